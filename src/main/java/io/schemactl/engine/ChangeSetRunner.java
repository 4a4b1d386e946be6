package io.schemactl.engine;

import io.schemactl.db.Observer;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs one change set: all of it and its history row, or nothing.
 *
 * <p>Where a lock is not to be had in time, everything is taken back, so that nobody queues behind a half-done change set,
 * and tried again after a pause that grows and varies.
 */
final class ChangeSetRunner {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    /** The statement after which a change set is there for good. */
    static final String COMMIT = "COMMIT";

    private final WorkConnection connection;
    private final SessionSettings settings;
    private final RunOptions options;
    private final Observer observer;
    private final RunListener listener;
    private final StepExecutor executor;
    private final StartJournal journal;
    private long ranges;

    ChangeSetRunner(
            WorkConnection connection,
            RunOptions options,
            Observer observer,
            RunListener listener,
            StartJournal journal)
            throws SQLException {
        this.connection = connection;
        this.settings = new SessionSettings(
                connection, options.lockTimeout(), options.statementTimeout(), options.defaultSchema());
        this.options = options;
        this.observer = observer;
        this.listener = listener;
        this.executor = new StepExecutor(connection, observer, listener);
        this.journal = journal;
    }

    /**
     * Runs a change set.
     *
     * @throws StepFailure if it failed, and nothing of it remains but what the failure's handler says
     */
    ChangeSetResult run(ChangeSetScript script) throws StepFailure {
        long start = System.nanoTime();
        listener.begins(script.entry());
        Outcome outcome;
        String note = null;
        try {
            Guard.Outcome decision = retrying(script, () -> decide(script));
            note = decision.reason().isEmpty() ? null : decision.reason();
            outcome = retrying(script, () -> act(script, decision));
        } catch (StepFailure e) {
            if (script.mode().failOnError() || isOver(e)) {
                throw e;
            }
            outcome = Outcome.FAILED;
            note = String.valueOf(e.failure().getMessage());
        }
        var result = new ChangeSetResult(script.entry(), outcome, Duration.ofNanos(System.nanoTime() - start), note);
        listener.ended(result);
        return result;
    }

    private boolean isOver(StepFailure failure) {
        return connection.interruption().isRequested() || failure.sqlState().startsWith("08") || connection.isLost();
    }

    private Guard.Outcome decide(ChangeSetScript script) throws StepFailure {
        return script.guard() == null ? new Guard.Outcome(Guard.Action.RUN, "") : evaluate(script.guard());
    }

    /** Evaluates preconditions in a transaction of their own, which leaves nothing behind. */
    Guard.Outcome evaluate(Guard guard) throws StepFailure {
        reset();
        executor.execute("BEGIN");
        try {
            executor.execute(guard.block());
            return guard.outcome(connection
                    .queryOne(
                            "SELECT pg_catalog.current_setting('" + PreconditionBlock.SETTING + "')",
                            row -> row.getString(1))
                    .orElseThrow());
        } catch (SQLException e) {
            throw new StepFailure(null, guard.block(), e);
        } finally {
            rollback();
        }
    }

    private Outcome act(ChangeSetScript script, Guard.Outcome decision) throws StepFailure {
        return switch (decision.action()) {
            case RUN, WARN -> {
                once(script);
                yield script.mode().success();
            }
            case CONTINUE -> Outcome.SKIPPED;
            case MARK_RAN -> {
                reset();
                inTransaction(() -> record(script.markRan()));
                yield Outcome.MARKED_RAN;
            }
            case HALT -> throw new StepFailure(null, "", new PreconditionHalt(decision.reason()));
        };
    }

    private interface Attempt<T> {
        T run() throws StepFailure;
    }

    private <T> T retrying(ChangeSetScript script, Attempt<T> attempted) throws StepFailure {
        long before = ranges;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempted.run();
            } catch (StepFailure e) {
                // A batch that gets on is not the change set that could not get its lock again and again.
                attempt = ranges > before ? 1 : attempt;
                before = ranges;
                if (!e.isContention()
                        || attempt > options.lockRetries()
                        || connection.interruption().isRequested()) {
                    throw e;
                }
                pauseBeforeRetry(script, attempt, e);
            }
        }
    }

    private void once(ChangeSetScript script) throws StepFailure {
        try {
            onceOrFail(script);
        } catch (ProblemException e) {
            // Liquibase could not make SQL of a change, only now that the changes before it have run.
            throw new StepFailure(null, "", e);
        }
    }

    private void onceOrFail(ChangeSetScript script) throws StepFailure {
        reset();
        if (script.mode().inTransaction()) {
            inTransaction(script);
        } else {
            var stepwise = new StepwiseRun(connection, executor, settings, journal, listener);
            try {
                stepwise.run(script);
            } finally {
                ranges += stepwise.ranges();
            }
        }
    }

    private void inTransaction(ChangeSetScript script) throws StepFailure {
        inTransaction(() -> {
            boolean changesSession = false;
            for (Step step : (Iterable<Step>) script.steps()::iterator) {
                TransactionControl.check(step, script.entry());
                TransactionControl.checkLock(step, script.entry());
                executor.execute(step);
                requireTransaction(step);
                changesSession |= step instanceof Step.Sql sql && SessionState.mayChange(sql.sql());
            }
            if (changesSession) {
                reset();
            }
            record(script.record());
        });
    }

    private void inTransaction(Work work) throws StepFailure {
        boolean committed = false;
        executor.execute("BEGIN");
        try {
            work.run();
            executor.execute(COMMIT);
            committed = true;
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    /** Nothing may have ended the transaction behind our back: half of the change set would stay without a history row. */
    private void requireTransaction(Step step) throws StepFailure {
        try {
            if (!connection.isInTransaction()) {
                throw new StepFailure(step, step instanceof Step.Sql sql ? sql.sql() : "", new TransactionEnded());
            }
        } catch (SQLException e) {
            throw new StepFailure(step, "", e);
        }
    }

    private void record(List<String> statements) throws StepFailure {
        for (String statement : statements) {
            executor.execute(statement);
        }
    }

    private void reset() throws StepFailure {
        try {
            settings.reset();
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    private void rollback() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The server rolls back by itself when the connection is gone, which is the only way to get here.
            listener.says("the connection was lost while rolling back: " + e.getMessage());
        }
    }

    private void pauseBeforeRetry(ChangeSetScript script, int attempt, StepFailure failure) {
        long longest = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 20), LONGEST_PAUSE_MILLIS);
        long pause = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        String why = switch (failure.sqlState()) {
            case "40P01" -> "met a deadlock";
            case "40001" -> "met what others changed meanwhile";
            default -> "could not get a lock within " + options.lockTimeout().toMillis() + " ms";
        };
        String remains =
                script.mode().inTransaction() ? "nothing of it remains" : "its statements before this one remain";
        listener.says("%s %s%s; %s; attempt %d of %d in %d ms"
                .formatted(
                        script.entry().label(),
                        why,
                        blockers(),
                        remains,
                        attempt + 1,
                        options.lockRetries() + 1,
                        pause));
        try {
            connection.interruption().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.interruption().request();
        }
    }

    private String blockers() {
        List<String> holders = observer.lastBlockers();
        return holders.isEmpty() ? "" : " (blocked by %s)".formatted(String.join("; ", holders));
    }

    private interface Work {
        void run() throws StepFailure;
    }

    /** A step ended the transaction that it ran in. */
    static final class TransactionEnded extends Exception {
        private static final long serialVersionUID = 1L;

        TransactionEnded() {
            super("the statement ended the transaction of its change set");
        }
    }

    /** Preconditions want the run to stop. */
    static final class PreconditionHalt extends Exception {
        private static final long serialVersionUID = 1L;

        PreconditionHalt(String reason) {
            super(reason);
        }
    }
}
