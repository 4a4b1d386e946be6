package io.schemactl;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The program's entry. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs the command line with the given streams. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--version"))) {
            out.println("schemactl " + version());
            return 0;
        }
        err.println("error[usage]: unknown arguments");
        return 2;
    }

    /** The version that the build wrote into the jar's manifest. */
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}
