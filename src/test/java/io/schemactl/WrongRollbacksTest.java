package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes one command at a time out of the rollback blocks of the shipped stories, and sees prove find it. A sample of them, or all with
 * {@code -Dschemactl.test.rollbacks=1}.
 */
final class WrongRollbacksTest {

    private static final Path SHIPPED = Path.of("changelog");
    private static final int EACH = Integer.getInteger("schemactl.test.rollbacks", 9);

    @TempDir
    Path folder;

    /** A story's changelog, and the lines of one command of its rollback block. */
    private record Cut(Path file, int from, int to) {

        String name() {
            return "%s:%d".formatted(file, from + 1);
        }
    }

    @TestFactory
    Stream<DynamicTest> findsWhatARollbackDoesNotTakeBack() throws IOException {
        List<Cut> cuts = cuts();
        assertTrue(cuts.size() > 20, cuts.toString());
        return IntStream.range(0, cuts.size())
                .filter(index -> index % EACH == 0)
                .mapToObj(cuts::get)
                .map(cut -> DynamicTest.dynamicTest(cut.name(), () -> check(cut)));
    }

    private static List<Cut> cuts() throws IOException {
        var cuts = new ArrayList<Cut>();
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(each -> each.endsWith("changelog.yaml"))
                    .sorted()
                    .toList()) {
                addCuts(file, Files.readAllLines(file), cuts);
            }
        }
        return cuts;
    }

    /** The entries of the rollback list; a block of one entry would be empty without it. Indexes and constraints go with their columns anyway. */
    private static void addCuts(Path file, List<String> lines, List<Cut> cuts) {
        int rollback = lines.indexOf("      rollback:");
        if (rollback < 0) {
            return;
        }
        List<Integer> starts = IntStream.range(rollback + 1, lines.size())
                .filter(line -> lines.get(line).startsWith("        - "))
                .boxed()
                .toList();
        for (int i = 0; i < starts.size() && starts.size() > 1; i++) {
            if (!lines.get(starts.get(i)).matches(".*(dropIndex:|dropForeignKeyConstraint:|DROP CONSTRAINT).*")) {
                cuts.add(new Cut(file, starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : lines.size()));
            }
        }
    }

    private void check(Cut cut) throws IOException, SQLException {
        Path application = SHIPPED.relativize(cut.file()).subpath(0, 1);
        Path place = Files.createTempDirectory(folder, "cut");
        copy(SHIPPED.resolve(application), place);
        List<String> lines = new ArrayList<>(Files.readAllLines(cut.file()));
        String command = String.join("\n", lines.subList(cut.from(), cut.to()));
        lines.subList(cut.from(), cut.to()).clear();
        Files.write(place.resolve(SHIPPED.resolve(application).relativize(cut.file())), lines);
        try (Project project = Project.in(place)) {
            Run run = project.run("prove");

            assertEquals(1, run.code(), "nobody misses\n" + command + "\n" + run);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
