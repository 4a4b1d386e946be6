package io.schemactl.engine;

import io.schemactl.problem.Position;

/** A part of what a change set does: the dry run prints it, the real run executes it. */
sealed interface Step {

    /** Where the change stands that the step comes from. */
    Position position();

    /** What the step is known by when a run goes on where another one stopped. */
    String key();

    /**
     * A text for the server, sent as it is.
     *
     * @param sql the text, usually one statement
     */
    record Sql(String sql, Position position) implements Step {
        @Override
        public String key() {
            return sql;
        }
    }

    /**
     * A text for the user, from an {@code output} change.
     *
     * @param target where Liquibase would send it, such as {@code STDERR}
     */
    record Message(String target, String text, Position position) implements Step {
        @Override
        public String key() {
            return target + " " + text;
        }
    }

    /**
     * Work that is not SQL: a {@code customChange} that is a task, or {@code executeCommand}.
     *
     * @param description what it is, in words
     */
    record Program(String description, Runnable work, Position position) implements Step {
        @Override
        public String key() {
            return description + " at line " + position.line();
        }
    }
}
