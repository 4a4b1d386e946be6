package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.schemactl.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story that the project ships says what it expects, in words that are understood. */
final class ShippedExpectationsTest {

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("changelog"))) {
            return files.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith("story-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void areUnderstood(Path folder) {
        Story story = Story.of(folder.resolve("changelog.yaml"));
        assertFalse(ExpectationFile.read(story, new Identifier("public"))
                .expectations()
                .isEmpty());
    }
}
