package io.schemactl.db;

import io.schemactl.config.DurationText;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lock that lets one schemactl at a time work on a history (section 13.3.5, advisory locks).
 *
 * <p>It is a session lock on the connection that does the work: the server releases it when that connection ends, however
 * the process died. Waiting is done by asking again outside a transaction, because a session that waits inside
 * {@code pg_advisory_lock} holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for it for ever.
 */
public final class AdvisoryLock {

    /** "SCMC": tells our locks from other applications' locks. */
    private static final int CLASS_ID = 0x53434D43;

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    private static final long SAY_AGAIN_MILLIS = 30_000;

    private final WorkConnection connection;
    private final int objectId;

    /** The lock of a history table, taken on a connection. */
    public AdvisoryLock(WorkConnection connection, QualifiedName history) {
        this.connection = connection;
        this.objectId = history.quoted().hashCode();
    }

    /** The SQL expression that tries to take the lock, true if it did. */
    public String tryExpression() {
        return "pg_catalog.pg_try_advisory_lock(%d, %d)".formatted(CLASS_ID, objectId);
    }

    /**
     * Takes the lock, waiting for another holder.
     *
     * @param longest how long to wait; zero tries once
     * @param waiting is told who holds the lock, at first and then every half minute
     * @throws ProblemException with {@link ProblemCode#LOCKED} if the lock is still held after that time
     * @throws SQLException if the server fails
     */
    public void take(Duration longest, Consumer<String> waiting) throws SQLException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        long saidAt = Long.MIN_VALUE;
        while (!tryOnce()) {
            long waited = Duration.ofNanos(System.nanoTime() - start).toMillis();
            if (waited >= longest.toMillis()) {
                throw new ProblemException(stillLocked(longest));
            }
            if (waited - saidAt >= SAY_AGAIN_MILLIS || saidAt == Long.MIN_VALUE) {
                saidAt = waited;
                waiting.accept("waiting for another schemactl: " + describeHolders());
            }
            pause(Math.min(pause, Math.max(1, longest.toMillis() - waited)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /** The sessions that hold such a lock in a connection's database, whatever their history. */
    public static List<LockHolder> holders(WorkConnection connection) throws SQLException {
        return Activity.holdersOf(connection, CLASS_ID);
    }

    private boolean tryOnce() throws SQLException {
        return connection
                .queryOne("SELECT " + tryExpression(), row -> row.getBoolean(1))
                .orElse(false);
    }

    private void pause(long milliseconds) {
        try {
            connection.interruption().sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
        if (connection.interruption().isRequested()) {
            throw interrupted();
        }
    }

    private static ProblemException interrupted() {
        return new ProblemException(Problem.of(ProblemCode.INTERRUPTED, "interrupted while waiting for the lock")
                .state("nothing was changed"));
    }

    private Problem stillLocked(Duration longest) throws SQLException {
        return Problem.of(
                        ProblemCode.LOCKED,
                        "another schemactl works on this database, and did not finish within %s"
                                .formatted(DurationText.print(longest)))
                .about(describeHolders())
                .state("nothing was changed")
                .fix("wait until it is done, or raise --lock-wait");
    }

    private String describeHolders() throws SQLException {
        List<LockHolder> holders = Activity.holdersOf(connection, CLASS_ID, objectId);
        return holders.isEmpty()
                ? "holder unknown"
                : String.join("; ", holders.stream().map(LockHolder::describe).toList());
    }
}
