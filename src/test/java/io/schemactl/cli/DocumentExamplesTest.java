package io.schemactl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples in the documents; {@code -Dschemactl.test.update=true} writes what happened into them. */
final class DocumentExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyExampleIsTrue() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertTrue(pages.size() > 10, "no documents");
            return pages.stream()
                    .filter(DocumentExamplesTest::hasExamples)
                    .map(page -> DynamicTest.dynamicTest("" + page, () -> run(page)));
        }
    }

    private static boolean hasExamples(Path page) {
        try {
            return Files.readAllLines(page).contains("```console");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + page, e);
        }
    }

    private static void run(Path page) throws IOException, SQLException {
        try (var playground = new Playground()) {
            copy(Path.of("changelog"), playground.folder());
            playground.variables().put("DATABASE_URL", playground.database().url());
            var examples = new DocumentExamples(Files.readAllLines(page), playground);
            examples.run();
            if (Boolean.getBoolean("schemactl.test.update")) {
                Files.writeString(page, String.join("\n", examples.written()) + "\n");
            }
            assertEquals(List.of(), examples.problems());
        }
    }

    private static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = folder.resolve(path.toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
