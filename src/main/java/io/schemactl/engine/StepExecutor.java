package io.schemactl.engine;

import io.schemactl.db.Observer;
import io.schemactl.db.WorkConnection;
import java.sql.SQLException;

/** Executes single steps on the working connection, watched by the observer. */
final class StepExecutor {

    private final WorkConnection connection;
    private final Observer observer;
    private final RunListener listener;

    StepExecutor(WorkConnection connection, Observer observer, RunListener listener) {
        this.connection = connection;
        this.observer = observer;
        this.listener = listener;
    }

    /** Executes a step of a change set. */
    void execute(Step step) throws StepFailure {
        if (step instanceof Step.Sql sql) {
            if (listener.sends(sql.sql(), sql.position())) {
                listener.executes(sql.sql(), sql.position());
                execute(sql.sql(), step);
                listener.executed();
            }
        } else if (step instanceof Step.Message message) {
            listener.says(message.text());
        } else if (step instanceof Step.Program program) {
            run(program);
        } else if (step instanceof Step.Batches batches) {
            execute(batches.statement().sql(), step);
        }
    }

    /** Executes a statement of a change set, and says how many rows it changed. */
    long count(Step.Sql step) throws StepFailure {
        observer.statementBegins();
        try {
            return connection.ask(step.sql()).affected();
        } catch (SQLException e) {
            throw new StepFailure(step, step.sql(), e);
        } finally {
            observer.statementEnds();
        }
    }

    /** Executes a text of schemactl's own. */
    void execute(String sql) throws StepFailure {
        execute(sql, null);
    }

    private void execute(String sql, @org.jspecify.annotations.Nullable Step step) throws StepFailure {
        observer.statementBegins();
        try {
            connection.execute(sql);
        } catch (SQLException e) {
            throw new StepFailure(step, sql, e);
        } finally {
            observer.statementEnds();
        }
    }

    private void run(Step.Program program) throws StepFailure {
        try {
            program.work().run();
        } catch (RuntimeException e) {
            throw new StepFailure(program, "", e);
        }
    }
}
