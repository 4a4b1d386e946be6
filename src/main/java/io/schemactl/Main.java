package io.schemactl;

import io.schemactl.cli.Program;
import io.schemactl.cli.Shell;
import io.schemactl.config.Environment;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The program's entry: wires streams and signals, runs the command line, and is the only place that exits. */
public final class Main {

    /** How long a signal waits for the server to roll back, in seconds. */
    private static final long PATIENCE = 20;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String... arguments) {
        var output = new Output(new FileOutputStream(FileDescriptor.out));
        var out = new PrintStream(output, false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, err);
        System.exit(output.findLoss().map(cause -> lost(cause, code, err)).orElse(code));
    }

    /** Says that the answer did not arrive; what the command itself said of its success counts if it failed. */
    private static int lost(IOException cause, int code, PrintStream err) {
        var problem = Problem.of(ProblemCode.OUTPUT, "standard output cannot be written: " + cause.getMessage())
                .state("the command itself ended with exit code " + code)
                .fix("make room, or send the output elsewhere; `schemactl status` says how the database stands");
        Program.print(problem, err);
        return code == 0 ? problem.code().exitCode().status() : code;
    }

    /** Runs the command line with the given streams. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--version"))) {
            out.println("schemactl " + version());
            out.flush();
            return 0;
        }
        var program = new Program(Shell.of(out, err, isTerminal(), environment(), version()));
        // A signal begins the JVM's shutdown, which waits here until the program has cleaned up.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> program.stop(PATIENCE), "schemactl-signals"));
        return program.run(arguments);
    }

    /** The launcher gives Java a locale where the user has none; the terminal's is still the user's. */
    private static Environment environment() {
        var environment = Environment.ofProcess();
        if (!Boolean.getBoolean("schemactl.ascii")) {
            return environment;
        }
        var variables = new HashMap<>(environment.variables());
        variables.put("LC_ALL", "C");
        return new Environment(variables, environment.workingDirectory(), environment.home());
    }

    /** The launcher looks, because Java has no way to ask about standard output alone. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("schemactl.terminal");
    }

    /** The version that the build wrote into the jar's manifest. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}
