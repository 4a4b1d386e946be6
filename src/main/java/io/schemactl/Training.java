package io.schemactl;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The run that the launcher makes its class cache from: it loads the classes that everyday commands need. */
final class Training {

    /** Command lines that work anywhere: no server, no files. */
    private static final List<List<String>> COMMANDS = List.of(List.of("--help"));

    private Training() {}

    /** Runs the command lines in this process, and a last one as a user does, because leaving the JVM loads classes too. */
    public static void main(String... arguments) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : COMMANDS) {
            Main.run(command, nowhere, nowhere);
        }
        Main.main("--version");
    }
}
