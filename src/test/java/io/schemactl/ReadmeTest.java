package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the first commands of the README, on an empty data directory, and compares what they print. */
final class ReadmeTest {

    private static final String BEGIN = "<!-- transcript begins";
    private static final String END = "<!-- transcript ends";

    private static final String COMMANDS = """
            $ ./schemactl upgrade && ./schemactl verify
            schemactl: building (first use, takes a minute or two) …
            """;

    private static final Pattern TIME = Pattern.compile("\\d+(\\.\\d+)? (ms|s)\\b");

    /** What the embedded server says only where it takes its time. */
    private static final Pattern SLOW_START = Pattern.compile("(?m)^(unpacking|creating a) PostgreSQL .*\\R");

    @TempDir
    Path folder;

    @Test
    void firstCommandsPrintWhatItSays() throws Exception {
        String transcript = transcript();
        assertTrue(transcript.startsWith(COMMANDS), transcript);
        copyChangelogs();

        String printed = run("upgrade") + run("verify");

        assertEquals(lasting(transcript.substring(COMMANDS.length())), lasting(printed));
    }

    private static String transcript() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf(BEGIN), readme.indexOf(END));
        return block.substring(block.indexOf("```\n") + 4, block.lastIndexOf("```"));
    }

    private void copyChangelogs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("changelog"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.toString()));
            }
        }
    }

    private String run(String command) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (var child = Child.start(folder, List.of(command, "--data-dir", data.toString()))) {
            assertEquals(0, child.code(), child.toString());
            String printed = child.err() + child.out();
            return printed.replace(data.toRealPath().toString(), "~/.local/share/schemactl");
        }
    }

    private static String lasting(String printed) {
        return TIME.matcher(SLOW_START.matcher(printed).replaceAll("")).replaceAll("TIME");
    }
}
