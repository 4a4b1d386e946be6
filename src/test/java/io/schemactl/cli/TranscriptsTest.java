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

/** Plays the transcripts; {@code -Dschemactl.test.update=true} writes what happened into them: look at the difference. */
final class TranscriptsTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/io/schemactl/cli/transcripts");

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsTrue() throws IOException {
        try (Stream<Path> list = Files.list(TRANSCRIPTS)) {
            List<Path> files = list.sorted().toList();
            return files.stream().map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> play(file)));
        }
    }

    private static void play(Path file) throws IOException, SQLException {
        assertTrue(file.toString().endsWith(".txt"), "not a transcript: " + file);
        String text = Files.readString(file);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("$ schemactl")), "no command in " + file);
        String played = Transcript.play(text);
        if (Boolean.getBoolean("schemactl.test.update")) {
            Files.writeString(file, played);
        } else {
            assertEquals(text, played);
        }
    }
}
