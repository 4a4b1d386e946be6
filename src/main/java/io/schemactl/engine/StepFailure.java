package io.schemactl.engine;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step failed; nothing is said yet about what remains. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Set<String> CONTENTION = Set.of("55P03", "40P01", "40001");

    private final transient @Nullable Step step;
    private final String sql;
    private final Exception failure;

    StepFailure(@Nullable Step step, String sql, Exception cause) {
        super(cause.getMessage(), cause);
        this.failure = cause;
        this.step = step;
        this.sql = sql;
    }

    /** The step, if it was one of the change set's own. */
    @Nullable
    Step step() {
        return step;
    }

    /** What the server, the driver or a program threw. */
    Exception failure() {
        return failure;
    }

    /** The text that failed; empty for a program. */
    String sql() {
        return sql;
    }

    /** The server's or driver's exception; null if the failure is a program's. */
    @Nullable
    SQLException serverError() {
        for (@Nullable Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return error;
            }
        }
        return null;
    }

    /** The five characters of the SQLSTATE; empty if there is none. */
    String sqlState() {
        SQLException error = serverError();
        String state = error == null ? null : error.getSQLState();
        return state == null ? "" : state;
    }

    /** Whether the connection was lost while the server was told to commit: it may have, or may not. */
    boolean isUnknownCommit() {
        boolean isLost = sqlState().startsWith("08") || sqlState().startsWith("57P");
        return isLost && sql.equals(ChangeSetRunner.COMMIT);
    }

    /**
     * Whether trying again can help: a lock was not to be had (55P03), a deadlock was broken (40P01), or others changed meanwhile what a
     * transaction saw that is isolated from them (40001).
     */
    boolean isContention() {
        return CONTENTION.contains(sqlState());
    }
}
