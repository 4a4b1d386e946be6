package io.schemactl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Measures the sources. */
final class SourceTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final int MOST_PARAMETERS = 5;

    private static final Path MAIN = Path.of("src/main");

    /** Words that would be notes to ourselves, or names of places that not every user can reach; spelt so as not to match here. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\bTO" + "DO\\b|\\bFIX" + "ME\\b|printStack" + "Trace|@auth" + "or\\b|repo1?\\.ma" + "ven|registry\\.npm"
                    + "js|deb\\.deb" + "ian|registry-1\\.dock" + "er|/wo" + "rk/|/ho" + "me/runner");

    private static final List<String> PLACES = List.of(
            "src",
            "docs",
            "changelog",
            ".ci",
            ".github",
            "pom.xml",
            "schemactl",
            "README.md",
            "CONTRIBUTING.md",
            "RELEASE_NOTES.md",
            "THIRD-PARTY.md",
            "NOTICE");

    @Test
    void noMainFileIsLongerThanAReaderCanHold() throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path file : files(MAIN.toString())) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > LONGEST_FILE) {
                    tooLong.add(file + ": " + count + " lines");
                }
            }
        }

        assertEquals(List.of(), tooLong);
    }

    @Test
    void noMethodIsTooLongOrTakesTooMuch() throws IOException {
        var found = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files("src").stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodMeter(unit, positions, found).scan(unit, null);
            }
        }

        assertEquals(List.of(), found);
    }

    @Test
    void noFileHoldsAForbiddenWord() throws IOException {
        var found = new ArrayList<String>();
        for (String place : PLACES) {
            for (Path file : files(place)) {
                findForbidden(file, found);
            }
        }

        assertEquals(List.of(), found);
    }

    private static void findForbidden(Path file, List<String> found) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            // Not a text.
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            var matcher = FORBIDDEN.matcher(lines.get(i));
            if (matcher.find()) {
                found.add(file + ":" + (i + 1) + ": " + matcher.group());
            }
        }
    }

    private static List<Path> files(String place) throws IOException {
        if (!Files.exists(Path.of(place))) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(Path.of(place))) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Visits the methods of a file. */
    private static final class MethodMeter extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodMeter(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && !method.getName().contentEquals("<init>")) {
                measure(method);
            }
            return super.visitMethod(method, null);
        }

        private void measure(MethodTree method) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
            String where = Path.of(unit.getSourceFile().getName()) + ":" + first + " " + method.getName();
            if (last - first + 1 > LONGEST_METHOD) {
                found.add(where + ": " + (last - first + 1) + " lines");
            }
            if (method.getParameters().size() > MOST_PARAMETERS) {
                found.add(where + ": " + method.getParameters().size() + " parameters");
            }
        }
    }
}
