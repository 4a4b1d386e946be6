package io.schemactl.engine.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder holds a wrong changelog, {@code root.*}, and what is said about it. */
class ChangelogProblemsTest {

    private static final Path CASES = Path.of("src/test/resources/io/schemactl/engine/changelog");

    /** Rewrites what is expected; then look at the difference. */
    private static final boolean WRITE = Boolean.getBoolean("schemactl.test.write-golden");

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        try (var list = Files.list(CASES)) {
            List<Path> cases = list.filter(Files::isDirectory).sorted().toList();
            return cases.stream().map(each -> DynamicTest.dynamicTest("" + each.getFileName(), () -> check(each)));
        }
    }

    private static void check(Path folder) throws IOException {
        Path expected = folder.resolve("expected.txt");
        List<Path> roots;
        try (var list = Files.list(folder)) {
            roots = list.filter(file -> ("" + file.getFileName()).startsWith("root."))
                    .toList();
        }
        assertEquals(1, roots.size(), "one root in " + folder);
        String said = said(roots.get(0), folder);
        if (WRITE) {
            Files.writeString(expected, said);
        }
        assertTrue(Files.exists(expected), "no expected.txt in " + folder);
        assertEquals(Files.readString(expected), said);
    }

    private static String said(Path root, Path folder) {
        try {
            var source = ChangelogSource.read(root, folder, Map.of("given", "value"));
            return "nothing is wrong\n" + text(source.warnings(), folder);
        } catch (ProblemException e) {
            return text(e.problems(), folder);
        }
    }

    private static String text(List<Problem> problems, Path folder) {
        return problems.stream()
                .map(problem -> (problem.position() + ": " + problem.message()
                                + (problem.subject() == null ? "" : " [" + problem.subject() + "]")
                                + (problem.fix() == null ? "" : "\n  fix: " + problem.fix())
                                + "\n")
                        .replace(folder + "/", ""))
                .collect(Collectors.joining());
    }
}
