package io.schemactl.engine;

import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.StartJournal.Started;
import io.schemactl.problem.Position;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a change set that wants no transaction, statement by statement, so that it can go on where it was interrupted.
 *
 * <p>CREATE INDEX CONCURRENTLY waits for other transactions without blocking anybody, so it gets no lock timeout; where it
 * failed before, it left an invalid index, which is dropped first
 * (<a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">CREATE INDEX</a>).
 */
final class StepwiseRun {

    private final WorkConnection connection;
    private final StepExecutor executor;
    private final SessionSettings settings;
    private final StartJournal journal;
    private final RunListener listener;

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
    }

    /** Runs what is not done yet of a change set, and records it. */
    void run(ChangeSetScript script) throws StepFailure {
        ChangeSetId id = script.entry().id();
        Optional<Started> started = started(id);
        started.ifPresent(before -> listener.says("%s was started before; %d of its statements are done"
                .formatted(script.entry().label(), before.done().size())));
        executor.execute(journal.startStatement(id));
        int at = 0;
        for (Step step : (Iterable<Step>) script.steps()::iterator) {
            for (Step single : singles(step)) {
                if (!isDone(started, at++, single)) {
                    runOne(id, single, started);
                }
            }
        }
        finish(script);
    }

    /** A text of several statements would be one transaction; one by one they are what the author asks for. */
    private static List<Step> singles(Step step) {
        return step instanceof Step.Sql sql
                ? SqlText.statements(sql.sql()).stream()
                        .map(text -> (Step) new Step.Sql(text, step.position()))
                        .toList()
                : List.of(step);
    }

    private static boolean isDone(Optional<Started> started, int at, Step step) {
        return started.isPresent()
                && at < started.get().done().size()
                && started.get().done().get(at).equals(StartJournal.digest(text(step)));
    }

    private static String text(Step step) {
        return step instanceof Step.Sql sql ? sql.sql() : step.toString();
    }

    private void runOne(ChangeSetId id, Step step, Optional<Started> started) throws StepFailure {
        String digest = StartJournal.digest(text(step));
        boolean wasRunning =
                started.map(Started::running).filter(digest::equals).isPresent();
        executor.execute(journal.beginStatement(id, text(step)));
        Optional<QualifiedName> index =
                step instanceof Step.Sql sql ? sql.concurrentIndex(currentSchema()) : Optional.empty();
        if (index.isPresent()) {
            buildIndex(step, index.get(), wasRunning);
        } else if (step instanceof Step.Sql sql && ConcurrentIndex.isConcurrent(sql.sql())) {
            patiently(step);
        } else {
            executor.execute(step);
        }
        executor.execute(journal.doneStatement(id));
    }

    private void buildIndex(Step step, QualifiedName index, boolean wasRunning) throws StepFailure {
        Optional<Boolean> validity = validity(index);
        if (validity.isPresent() && !validity.get()) {
            listener.says("index %s is invalid, left by a build that failed; dropping it and building it again"
                    .formatted(index.display()));
            dropConcurrently(index, step.position());
        } else if (validity.isPresent() && wasRunning) {
            listener.says("index %s was built by a run that was interrupted".formatted(index.display()));
            return;
        }
        try {
            patiently(step);
        } catch (StepFailure e) {
            removeRemains(index, step.position());
            throw e;
        }
    }

    /** A failed build leaves an index that costs every write and serves no query. */
    private void removeRemains(QualifiedName index, Position position) {
        try {
            if (!connection.isLost() && validity(index).filter(valid -> !valid).isPresent()) {
                settings.reset();
                dropConcurrently(index, position);
            }
        } catch (SQLException | StepFailure e) {
            listener.says("the invalid index %s remains (%s); the next run drops it and builds it again"
                    .formatted(index.display(), e.getMessage()));
        }
    }

    private void dropConcurrently(QualifiedName index, Position position) throws StepFailure {
        patiently(new Step.Sql("DROP INDEX CONCURRENTLY IF EXISTS " + index.quoted(), position));
    }

    private void patiently(Step step) throws StepFailure {
        executor.execute(SessionSettings.lockTimeout(Duration.ZERO));
        executor.execute(step);
        reset();
    }

    private void finish(ChangeSetScript script) throws StepFailure {
        reset();
        executor.execute("BEGIN");
        boolean committed = false;
        try {
            for (String statement : script.record()) {
                executor.execute(statement);
            }
            for (String statement : journal.endStatements(script.entry().id())) {
                executor.execute(statement);
            }
            executor.execute("COMMIT");
            committed = true;
        } finally {
            if (!committed) {
                executor.execute("ROLLBACK");
            }
        }
    }

    private Optional<Started> started(ChangeSetId id) throws StepFailure {
        try {
            return journal.find(id);
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    /** Whether an index is valid; empty if there is none. */
    private Optional<Boolean> validity(QualifiedName index) throws StepFailure {
        try {
            return connection.queryOne(
                    "SELECT indisvalid AND indisready FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass(?)",
                    row -> row.getBoolean(1),
                    index.quoted());
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    private String currentSchema() throws StepFailure {
        try {
            return connection
                    .queryOne("SELECT coalesce(pg_catalog.current_schema(), 'public')", row -> row.getString(1))
                    .orElse("public");
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    private void reset() throws StepFailure {
        try {
            settings.reset();
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }
}
