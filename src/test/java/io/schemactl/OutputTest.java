package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @Test
    void remembersWhyNothingCouldBeWritten() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no full device");
        try (var full = new FileOutputStream(FULL.toFile())) {
            var output = new Output(full);
            print(output, "an answer\n");

            assertTrue(output.findLoss().isPresent());
        }
    }

    @Test
    void losesNothingWhenTheReaderWantsNoMore() {
        var output = new Output(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        print(output, "an answer\n");

        assertTrue(output.findLoss().isEmpty());
    }

    @Test
    void passesOnWhatIsWritten() {
        var bytes = new ByteArrayOutputStream();
        var output = new Output(bytes);
        print(output, "Größe\n");

        assertEquals("Größe\n", bytes.toString(StandardCharsets.UTF_8));
        assertTrue(output.findLoss().isEmpty());
    }

    private static void print(Output output, String text) {
        var out = new PrintStream(output, true, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
