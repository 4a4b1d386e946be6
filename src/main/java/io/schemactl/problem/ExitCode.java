package io.schemactl.problem;

/** What the process tells its caller; docs/exit-codes.md says the same to people. */
public enum ExitCode {
    /** Done, or the answer is yes. */
    DONE(0),
    /** The check says no. */
    NO(1),
    /** Wrong usage or settings; nothing was contacted. */
    USAGE(2),
    /** The changelog is wrong. */
    CHANGELOG(3),
    /** The database was not reachable or not permitted, or the lock was not obtained; nothing was changed. */
    UNREACHABLE(4),
    /** Execution failed; the problem's state says how far it got. */
    FAILED(5),
    /** Refused by a guard. */
    REFUSED(6),
    /** Something in the database that schemactl cannot see was found. */
    UNSEEN(7),
    /** A bug in schemactl. */
    BUG(70),
    /** Interrupted. */
    INTERRUPTED(130);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The process's exit status. */
    public int status() {
        return status;
    }
}
