package io.schemactl.cli;

import io.schemactl.config.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a command line did in this process.
 *
 * @param code the exit code
 * @param out what it answered
 * @param err what else it said
 */
public record CommandRun(int code, String out, String err) {

    /** Runs a command line in the project's folder, with no environment variables but the locale. */
    public static CommandRun of(List<String> arguments) {
        return of(arguments, Map.of("LANG", "C.UTF-8"));
    }

    /** Runs a command line in the project's folder, with environment variables. */
    public static CommandRun of(List<String> arguments, Map<String, String> variables) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var folder = Path.of("").toAbsolutePath();
        var environment = new Environment(variables, folder, Path.of(System.getProperty("user.home")));
        var shell = Shell.of(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment,
                "test");
        int code = new Program(shell).run(arguments);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything, for a failure's message. */
    @Override
    public String toString() {
        return "exit %d%n%s%s".formatted(code, out, err);
    }
}
