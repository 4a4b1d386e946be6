package io.schemactl.engine;

import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.StartJournal.Started;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.SqlText;
import io.schemactl.sql.TransactionStatements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a change set that wants no transaction, statement by statement, so that it can go on where it was interrupted.
 *
 * <p>A statement that may run in a transaction block commits together with the note that it is done; only those that may not
 * can be interrupted between the two. A block that the author opens and ends is left as it is, its notes inside.
 */
final class StepwiseRun {

    /** "cannot run inside a transaction block", and the same of a procedure that commits. */
    private static final Set<String> WANTS_NO_BLOCK = Set.of("25001", "2D000");

    private final WorkConnection connection;
    private final StepExecutor executor;
    private final SessionSettings settings;
    private final StartJournal journal;
    private final ConcurrentRun concurrent;
    private final RunListener listener;
    private final BatchRun batches;
    private final List<String> done = new ArrayList<>();

    StepwiseRun(
            WorkConnection connection,
            StepExecutor executor,
            SessionSettings settings,
            StartJournal journal,
            RunListener listener) {
        this.connection = connection;
        this.executor = executor;
        this.settings = settings;
        this.journal = journal;
        this.listener = listener;
        this.batches = new BatchRun(connection, executor, journal, listener);
        this.concurrent = new ConcurrentRun(connection, executor, settings, listener);
    }

    /** How many ranges of batches were done. */
    long ranges() {
        return batches.ranges();
    }

    /** Runs what is not done yet of a change set, and records it. */
    void run(ChangeSetScript script) throws StepFailure {
        Optional<Started> started = started(script);
        started.ifPresent(before -> listener.says("%s was started before; %d of its statements are done"
                .formatted(script.entry().label(), before.done().size())));
        start(script);
        try {
            for (Step step : (Iterable<Step>) script.steps()::iterator) {
                for (Step single : singles(step)) {
                    TransactionControl.checkLock(
                            single instanceof Step.Batches batch ? batch.statement() : single, script.entry());
                    runOrPass(script.entry(), single, started);
                }
            }
            finish(script);
        } catch (StepFailure | ProblemException e) {
            rollback();
            throw e;
        }
    }

    private void start(ChangeSetScript script) throws StepFailure {
        try {
            executor.execute(journal.startStatement(script.entry().id(), script.direction()));
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    /** A text of several statements would be one transaction; one by one they are what the author asks for. */
    private static List<Step> singles(Step step) {
        if (!(step instanceof Step.Sql sql)) {
            return List.of(step);
        }
        List<Step> singles = new ArrayList<>();
        int from = 0;
        for (String statement : SqlText.statements(sql.sql())) {
            int begin = Math.max(from, sql.sql().indexOf(statement, from));
            singles.add(sql.part(statement, begin));
            from = begin;
        }
        return singles;
    }

    private void runOrPass(ChangeSetEntry entry, Step step, Optional<Started> started) throws StepFailure {
        String digest = StartJournal.digest(text(step));
        int at = done.size();
        boolean isDone = started.isPresent()
                && at < started.get().done().size()
                && started.get().done().get(at).equals(digest);
        if (isDone) {
            done.add(digest);
            if (SessionState.isSetting(text(step))) {
                executor.execute(step);
            }
            return;
        }
        boolean wasRunning =
                started.map(Started::running).filter(digest::equals).isPresent();
        if (step instanceof Step.Batches batch) {
            done.add(digest);
            batches.run(entry, batch, List.copyOf(done));
        } else {
            runOne(entry.id(), step, digest, wasRunning);
        }
    }

    private static String text(Step step) {
        return step.key();
    }

    private void runOne(ChangeSetId id, Step step, String digest, boolean wasRunning) throws StepFailure {
        if (!(step instanceof Step.Sql sql) || ConcurrentIndex.isConcurrent(sql.sql())) {
            alone(id, step, digest, wasRunning);
        } else if (isInTransaction()) {
            inBlockOfAuthor(id, sql, digest);
        } else if (TransactionStatements.opens(sql.sql())) {
            executor.execute(step);
            done.add(digest);
            executor.execute(journal.doneStatement(id, done));
        } else {
            inBlock(id, sql, digest, wasRunning);
        }
    }

    private void inBlock(ChangeSetId id, Step.Sql step, String digest, boolean wasRunning) throws StepFailure {
        try {
            executor.execute("BEGIN");
            executor.execute(step);
            done.add(digest);
            executor.execute(journal.doneByOwner(id, done));
            executor.execute("COMMIT");
        } catch (StepFailure e) {
            rollback();
            if (!WANTS_NO_BLOCK.contains(e.sqlState())) {
                throw e;
            }
            alone(id, step, digest, wasRunning);
        }
    }

    /** The author's own transaction block: its notes commit, or are taken back, with it. */
    private void inBlockOfAuthor(ChangeSetId id, Step.Sql step, String digest) throws StepFailure {
        done.add(digest);
        if (TransactionStatements.commits(step.sql())) {
            executor.execute(journal.doneStatement(id, done));
            executor.execute(step);
        } else {
            executor.execute(step);
            executor.execute(journal.doneStatement(id, done));
        }
    }

    /** What cannot run in a block: noted before it begins, and when it is done. */
    private void alone(ChangeSetId id, Step step, String digest, boolean wasRunning) throws StepFailure {
        executor.execute(journal.beginStatement(id, digest));
        if (step instanceof Step.Sql sql && ConcurrentIndex.isConcurrent(sql.sql())) {
            concurrent.run(sql, wasRunning);
        } else {
            executor.execute(step);
        }
        done.add(digest);
        executor.execute(journal.doneByOwner(id, done));
    }

    private void finish(ChangeSetScript script) throws StepFailure {
        try {
            settings.reset();
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
        executor.execute("BEGIN");
        for (String statement : script.record()) {
            executor.execute(statement);
        }
        for (String statement : journal.endStatements(script.entry().id())) {
            executor.execute(statement);
        }
        executor.execute("COMMIT");
    }

    /** Ends whatever block is open; where the connection is lost, the server has done so. */
    private void rollback() {
        try {
            if (!connection.isClosed() && connection.isInTransaction()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            listener.says("the connection was lost while rolling back: " + e.getMessage());
        }
    }

    private boolean isInTransaction() throws StepFailure {
        try {
            return connection.isInTransaction();
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    private Optional<Started> started(ChangeSetScript script) throws StepFailure {
        try {
            return journal.find(script.entry().id(), script.direction());
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }
}
