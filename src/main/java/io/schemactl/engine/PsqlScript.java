package io.schemactl.engine;

import io.schemactl.db.SessionSettings;
import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlText;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a plan as a script for psql that leads to the same end.
 *
 * <p>The statements are those of a real run. What a run decides as it goes, the preconditions, the script decides too, with
 * psql's own {@code \if}.
 */
final class PsqlScript {

    private final String tryLock;
    private final RunOptions options;
    private final Consumer<String> lines;

    PsqlScript(String tryLock, RunOptions options, Consumer<String> lines) {
        this.tryLock = tryLock;
        this.options = options;
        this.lines = lines;
    }

    /** Writes the whole script. */
    void write(UpgradePlan plan) {
        line("-- Run with: psql -X -v ON_ERROR_STOP=1 -f THIS_FILE");
        line("\\set ON_ERROR_STOP on");
        line("\\encoding UTF8");
        line("");
        line("-- Only one schemactl at a time works on a database; the lock ends with the session.");
        line("SELECT " + tryLock + " AS schemactl_locked \\gset");
        line("\\if :schemactl_locked");
        line("\\else");
        raise("another schemactl works on this database");
        line("\\endif");
        line(reset());
        plan.preparation().forEach(this::statement);
        plan.guards().forEach(this::changelogGuard);
        plan.scripts().forEach(this::changeSet);
        line("");
        line("SELECT pg_catalog.pg_advisory_unlock_all();");
    }

    private void changelogGuard(Guard guard) {
        line("");
        line("-- The changelog's preconditions");
        evaluate(guard);
        line("\\if :schemactl_run");
        line("\\else");
        raise("the changelog's precondition was not met");
        line("\\endif");
    }

    private void changeSet(ChangeSetScript script) {
        line("");
        line("-- %s of %s, %s"
                .formatted(
                        oneLine(script.entry().label()),
                        oneLine(script.entry().id().author()),
                        oneLine(script.entry().id().file() + ":"
                                + script.entry().position().line())));
        Guard guard = script.guard();
        if (guard == null) {
            run(script);
            return;
        }
        evaluate(guard);
        line("\\if :schemactl_halt");
        raise("a precondition of %s was not met".formatted(script.entry().label()));
        line("\\endif");
        line("\\if :schemactl_run");
        run(script);
        line("\\elif :schemactl_mark");
        line("BEGIN;");
        script.markRan().forEach(this::statement);
        line("COMMIT;");
        line("\\endif");
    }

    /** What follows from the outcome is decided by the same table as in {@link Guard#outcome}. */
    private void evaluate(Guard guard) {
        line(reset());
        line("BEGIN;");
        statement(guard.block());
        line("SELECT action IN ('RUN', 'WARN') AS schemactl_run, action = 'MARK_RAN' AS schemactl_mark,");
        line("       action = 'HALT' AS schemactl_halt");
        line("  FROM (SELECT CASE pg_catalog.split_part(pg_catalog.current_setting('%s'), ':', 1)"
                .formatted(PreconditionBlock.SETTING));
        line(
                "                    WHEN 'met' THEN 'RUN' WHEN 'failed' THEN '%s' ELSE '%s' END AS action) AS outcome \\gset"
                        .formatted(guard.onFail(), guard.onError()));
        line("ROLLBACK;");
    }

    private void run(ChangeSetScript script) {
        line(reset());
        if (!script.mode().failOnError()) {
            runTolerantly(script);
        } else if (script.mode().inTransaction()) {
            line("BEGIN;");
            steps(script);
            script.record().forEach(this::statement);
            line("COMMIT;");
        } else {
            steps(script);
            script.record().forEach(this::statement);
        }
    }

    /** With {@code failOnError: false}, the first failure passes over the rest of the change set, and the script goes on. */
    private void runTolerantly(ChangeSetScript script) {
        line("\\set ON_ERROR_STOP off");
        line("\\set schemactl_failed false");
        if (script.mode().inTransaction()) {
            line("BEGIN;");
        }
        List<Step> steps = script.steps().toList();
        steps.forEach(step -> tolerantly(step, script));
        if (changesSession(steps)) {
            unlessFailed(() -> line(reset()));
        }
        script.record().forEach(sql -> unlessFailed(() -> statement(sql)));
        if (script.mode().inTransaction()) {
            line("COMMIT;");
        }
        line("\\set ON_ERROR_STOP on");
    }

    /** Outside a transaction each statement stands for itself, so that none runs behind one that failed. */
    private void tolerantly(Step step, ChangeSetScript script) {
        if (step instanceof Step.Sql sql && !script.mode().inTransaction()) {
            SqlText.statements(sql.sql()).forEach(single -> unlessFailed(() -> statement(single)));
        } else {
            unlessFailed(() -> step(step));
        }
    }

    private void unlessFailed(Runnable lines) {
        line("\\if :schemactl_failed");
        line("\\else");
        lines.run();
        line("\\set schemactl_failed :ERROR");
        line("\\endif");
    }

    /** The history row is written as the role that runs the script, whatever role a step has set. */
    private void steps(ChangeSetScript script) {
        List<Step> steps = script.steps().toList();
        steps.forEach(this::step);
        if (changesSession(steps)) {
            line(reset());
        }
    }

    private static boolean changesSession(List<Step> steps) {
        return steps.stream().anyMatch(step -> step instanceof Step.Sql sql && SessionState.mayChange(sql.sql()));
    }

    private String reset() {
        return SqlText.terminated(
                SessionSettings.fresh(options.lockTimeout(), options.statementTimeout(), options.defaultSchema()));
    }

    private void step(Step step) {
        if (step instanceof Step.Sql sql) {
            statement(sql.sql());
        } else if (step instanceof Step.Message message) {
            line("\\warn " + psqlQuoted(message.text()));
        } else if (step instanceof Step.Program program) {
            raise("this step is a program and cannot be run by psql: " + program.description());
        } else if (step instanceof Step.Batches batches) {
            line("-- schemactl executes it in ranges of %d rows; here it is one statement"
                    .formatted(batches.batch().size()));
            statement(batches.statement().sql());
        }
    }

    private void statement(String text) {
        String sql = SqlText.safeForPsql(text);
        if (SqlText.statements(sql).isEmpty()) {
            return;
        }
        if (!ConcurrentIndex.isConcurrent(sql)) {
            line(SqlText.terminated(sql));
            return;
        }
        // It waits without blocking anybody, and giving up would leave an invalid index.
        line(SqlText.terminated(SessionSettings.lockTimeout(Duration.ZERO)));
        line(SqlText.terminated(sql));
        line(SqlText.terminated(SessionSettings.lockTimeout(options.lockTimeout())));
    }

    private void raise(String message) {
        line("DO $schemactl$ BEGIN RAISE EXCEPTION USING MESSAGE = %s; END $schemactl$;"
                .formatted(Literal.of(message.replace("$schemactl$", "$ schemactl $"))));
    }

    private static String psqlQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void line(String text) {
        lines.accept(text);
    }
}
