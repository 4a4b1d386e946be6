package io.schemactl.problem;

import java.util.Locale;

/** The kinds of expected failures; docs/errors.md has a section for each. */
public enum ProblemCode {
    /** The command line is wrong. */
    USAGE(ExitCode.USAGE),
    /** A setting, the settings file, an environment variable or a connection URL is wrong. */
    SETTINGS(ExitCode.USAGE),
    /** Another branch cannot be read from git. */
    GIT(ExitCode.USAGE),
    /** A file of statistics cannot be read, or is none. */
    STATISTICS(ExitCode.USAGE),
    /** The embedded server was not named on the command line, and this looks like a pipeline. */
    EMBEDDED_IN_CI(ExitCode.USAGE),
    /** The embedded server's binaries are not there. */
    EMBEDDED_MISSING(ExitCode.USAGE),
    /** A changelog cannot be read or says something that has no meaning. */
    CHANGELOG(ExitCode.CHANGELOG),
    /** An expectations file says something that has no meaning. */
    EXPECTATIONS(ExitCode.CHANGELOG),
    /** A tests file says something that has no meaning. */
    TESTS(ExitCode.CHANGELOG),
    /** A file of SQL that a side of a comparison names cannot be read or run. */
    SQL_FILE(ExitCode.CHANGELOG),
    /** A snapshot file cannot be read, or was edited by hand. */
    SNAPSHOT(ExitCode.CHANGELOG),
    /** An applied change set's text differs from what was applied. */
    CHECKSUM(ExitCode.CHANGELOG),
    /** The server could not be reached. */
    CONNECTION(ExitCode.UNREACHABLE),
    /** The server refused the user or password. */
    AUTHENTICATION(ExitCode.UNREACHABLE),
    /** The role may not do what is needed. */
    PERMISSION(ExitCode.UNREACHABLE),
    /** The server is older than schemactl supports, or otherwise not usable. */
    UNSUPPORTED_SERVER(ExitCode.UNREACHABLE),
    /** The connection goes through a transaction-mode pooler, which cannot hold the lock. */
    POOLER(ExitCode.UNREACHABLE),
    /** Another schemactl works on this database and did not finish in time. */
    LOCKED(ExitCode.UNREACHABLE),
    /** The embedded server did not start. */
    EMBEDDED(ExitCode.UNREACHABLE),
    /** The shadow's server lacks something that the schema needs. */
    SHADOW(ExitCode.UNREACHABLE),
    /** The history table cannot be used. */
    HISTORY(ExitCode.UNREACHABLE),
    /** A lock on an object was not granted in time, after all retries. */
    LOCK_TIMEOUT(ExitCode.FAILED),
    /** A statement failed. */
    EXECUTION(ExitCode.FAILED),
    /** A precondition was not met. */
    PRECONDITION(ExitCode.FAILED),
    /** No script could be proved to lead from one schema to another. */
    MIGRATION(ExitCode.FAILED),
    /** The connection was lost while working. */
    CONNECTION_LOST(ExitCode.FAILED),
    /** A rollback would lose data on a protected target. */
    DATA_LOSS(ExitCode.REFUSED),
    /** A difference that only a person can migrate, because rows would be lost or values changed. */
    UNMIGRATABLE(ExitCode.REFUSED),
    /** The database is behind its changelog. */
    BEHIND(ExitCode.REFUSED),
    /** A change set would run before ones that are applied already. */
    OUT_OF_ORDER(ExitCode.REFUSED),
    /** A change set cannot be rolled back. */
    ROLLBACK_IMPOSSIBLE(ExitCode.REFUSED),
    /** An applied change set is not in the changelog. */
    UNKNOWN_CHANGE_SET(ExitCode.REFUSED),
    /** The user or the system asked the process to stop. */
    INTERRUPTED(ExitCode.INTERRUPTED),
    /** Standard output, or a file that was asked for, cannot be written. */
    OUTPUT(ExitCode.FAILED),
    /** A bug in schemactl. */
    INTERNAL(ExitCode.BUG);

    private final ExitCode exitCode;

    ProblemCode(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a run that ends with this problem. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The code as messages print it, such as {@code lock-timeout}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
