package io.schemactl.cli;

import io.schemactl.config.Environment;
import io.schemactl.db.Interruption;
import java.io.PrintStream;

/**
 * What a command line runs in; a value, so that tests can say what it is.
 *
 * @param out receives answers
 * @param err receives everything else
 * @param isTerminal whether a person looks at both
 * @param environment variables and folders
 * @param interruption the user's wish to stop
 * @param version schemactl's version
 */
public record Shell(
        PrintStream out,
        PrintStream err,
        boolean isTerminal,
        Environment environment,
        Interruption interruption,
        String version) {

    /** A shell that nobody has interrupted yet. */
    public static Shell of(
            PrintStream out, PrintStream err, boolean isTerminal, Environment environment, String version) {
        return new Shell(out, err, isTerminal, environment, new Interruption(), version);
    }
}
