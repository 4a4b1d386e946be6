package io.schemactl.trace;

import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches the statements of a session on a shadow: what locks they take, which files they write anew, what they read and write.
 *
 * <p>Of a statement in a transaction block, the session itself is asked before and after it. One that runs alone is watched from a second
 * connection, whose snapshot and locks make it wait where it waits for others at all, so that its locks can be seen.
 */
public final class Tracer implements AutoCloseable {

    private final WorkConnection connection;
    private final Bystander.Opening opening;
    private final List<StatementTrace> traces = new ArrayList<>();

    private Set<Long> old = Set.of();
    private @Nullable Look last;
    private String transaction = "";
    private @Nullable Running running;
    private @Nullable Bystander bystander;
    private @Nullable Totals totals;

    /** A statement that runs. */
    private record Running(String sql, Position position, boolean inTransaction, Look before, long start) {}

    /**
     * A tracer of a session.
     *
     * @param connection the session
     * @param opening opens another connection to the same database
     */
    public Tracer(WorkConnection connection, Bystander.Opening opening) {
        this.connection = connection;
        this.opening = opening;
    }

    /** A story begins: what is there now may be in use, what it makes is not. */
    public void storyBegins() throws SQLException {
        old = Set.copyOf(Look.at(connection).relations().keySet());
        last = null;
    }

    /** A change set begins, and with it another transaction; a statement of another one that has not ended has failed. */
    public void changeSetBegins() throws SQLException {
        last = null;
        running = null;
        if (bystander != null) {
            bystander.abandons();
        }
    }

    /** A statement is about to be sent. */
    public void executes(String sql, Position position) throws SQLException {
        boolean inTransaction = connection.isInTransaction();
        Look before = inTransaction ? before() : lookAlone();
        if (!inTransaction) {
            bystander().watches(connection.backend(), sql);
        }
        running = new Running(sql, position, inTransaction, before, System.nanoTime());
    }

    /** What the last look of this transaction saw, if there was one: it is spared, not one that shows another transaction's locks. */
    private Look before() throws SQLException {
        String now = connection
                .query("SELECT pg_catalog.transaction_timestamp()::text", row -> row.getString(1))
                .get(0);
        Look known = now.equals(transaction) ? last : null;
        transaction = now;
        return known == null ? Look.at(connection) : known;
    }

    /** The statement that was sent is done. */
    public void executed() throws SQLException {
        Running done = running;
        if (done == null) {
            throw new IllegalStateException("no statement runs");
        }
        var took = Duration.ofNanos(System.nanoTime() - done.start());
        running = null;
        Look before = done.before();
        if (!done.inTransaction()) {
            before = new Look(bystander().seen(before));
        }
        Look after = done.inTransaction() ? Look.at(connection) : lookAlone();
        last = done.inTransaction() ? after : null;
        traces.add(new StatementTrace(
                done.sql(),
                done.position(),
                done.inTransaction(),
                new Comparison(before, after, old, done.inTransaction()).relations(),
                took));
    }

    /** The traces of what ran since this was asked last. */
    public List<StatementTrace> take() {
        List<StatementTrace> taken = List.copyOf(traces);
        traces.clear();
        return taken;
    }

    /** What is there between two statements that run alone. */
    private Look lookAlone() throws SQLException {
        Totals known = totals;
        if (known == null) {
            known = Totals.of(connection);
            totals = known;
        }
        return Look.at(connection).with(known.read());
    }

    private Bystander bystander() throws SQLException {
        Bystander found = bystander;
        if (found == null) {
            found = new Bystander(opening.open());
            bystander = found;
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        if (bystander != null) {
            bystander.close();
        }
    }
}
