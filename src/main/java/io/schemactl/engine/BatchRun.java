package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.engine.StartJournal.Reached;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes a statement in ranges of a key.
 *
 * <p>Each range commits together with the note that it is done, so that a run that is broken off at any moment loses nothing
 * and repeats nothing. The last range has no end: it holds the rows that came meanwhile.
 */
final class BatchRun {

    private final WorkConnection connection;
    private final StepExecutor executor;
    private final StartJournal journal;
    private final RunListener listener;
    private long ranges;

    BatchRun(WorkConnection connection, StepExecutor executor, StartJournal journal, RunListener listener) {
        this.connection = connection;
        this.executor = executor;
        this.journal = journal;
        this.listener = listener;
    }

    /** How many ranges were done, of whatever statements. */
    long ranges() {
        return ranges;
    }

    /**
     * Executes what is left of a statement.
     *
     * @param step the statement
     * @param done the digests of all steps that are done when the statement is, its own the last
     */
    void run(ChangeSetEntry entry, Step.Batches step, List<String> done) throws StepFailure {
        String digest = done.get(done.size() - 1);
        ChangeSetId id = entry.id();
        BatchTable table = asked(() -> BatchTable.find(connection, step));
        Optional<Reached> before = asked(() -> journal.findReached(id, digest));
        before.ifPresent(at -> listener.says(
                "%s goes on behind the rows that are done; %,d were changed".formatted(entry.label(), at.changed())));
        var progress = new BatchProgress(
                entry.label(), table.rows(), before.map(Reached::passed).orElse(0L), listener);
        @Nullable Reached at = before.orElse(null);
        while (true) {
            requireNoInterruption();
            Range range = range(id, step, table, at, done);
            ranges++;
            at = range.at();
            if (range.isLast()) {
                break;
            }
            progress.reached(at);
            pause(step);
        }
        progress.ended(step.batch(), at.changed());
    }

    private record Range(Reached at, boolean isLast) {}

    private Range range(ChangeSetId id, Step.Batches step, BatchTable table, @Nullable Reached at, List<String> done)
            throws StepFailure {
        @Nullable String from = at == null ? null : at.reached();
        executor.execute("BEGIN");
        Optional<String> to = asked(() -> table.nextBoundary(connection, from));
        long changed = executor.count(step.inRange(table.range(from, to.orElse(null))));
        var next = new Reached(
                to.orElse(""),
                (at == null ? 0 : at.passed()) + step.batch().size(),
                (at == null ? 0 : at.changed()) + changed);
        executor.execute(
                to.isPresent()
                        ? journal.reachedStatement(id, done.get(done.size() - 1), next)
                        : journal.doneStatement(id, done));
        executor.execute("COMMIT");
        return new Range(next, to.isEmpty());
    }

    private void pause(Step.Batches step) throws StepFailure {
        try {
            connection.interruption().sleep(step.batch().pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.interruption().request();
        }
        requireNoInterruption();
    }

    private void requireNoInterruption() throws StepFailure {
        if (connection.interruption().isRequested()) {
            throw new StepFailure(null, "", new SQLException("interrupted", "57014"));
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Question<T> question) throws StepFailure {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }
}
