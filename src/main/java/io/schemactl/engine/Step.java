package io.schemactl.engine;

import io.schemactl.config.DurationText;
import io.schemactl.engine.changelog.Batch;
import io.schemactl.problem.Position;
import io.schemactl.sql.SqlLexer;
import java.util.List;

/** A part of what a change set does: the dry run prints it, the real run executes it. */
sealed interface Step {

    /** Where the statement stands that the step is, or else the change that it comes from. */
    Position position();

    /** Where in the changelog the characters of a statement stand, by their index. */
    @FunctionalInterface
    interface Places {
        Position at(int offset);
    }

    /** What the step is known by when a run goes on where another one stopped. */
    String key();

    /**
     * A text for the server, sent as it is.
     *
     * @param sql the text, usually one statement
     * @param places where its characters stand
     */
    record Sql(String sql, Places places) implements Step {

        /** A text that stands nowhere in the changelog as it is. */
        Sql(String sql, Position position) {
            this(sql, offset -> position);
        }

        /** Where it begins, comments aside. */
        @Override
        public Position position() {
            List<SqlLexer.Token> code = SqlLexer.code(sql);
            return places.at(code.isEmpty() ? 0 : code.get(0).start());
        }

        /** A statement of several. */
        Sql part(String statement, int begin) {
            return new Sql(statement, offset -> places.at(begin + offset));
        }

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

    /**
     * A statement that is executed in ranges of a key, each in a transaction of its own.
     *
     * @param statement the statement as the changelog has it, which does everything at once
     * @param batch how it is executed
     */
    record Batches(Sql statement, Batch batch) implements Step {
        @Override
        public Position position() {
            return statement.position();
        }

        /** Size and pause may be changed between two runs; what the ranges are of may not. */
        @Override
        public String key() {
            return "%s by %s of %s".formatted(statement.sql(), batch.key(), batch.table());
        }

        /** The statement restricted to a range. */
        Sql inRange(String condition) {
            return new Sql(Batch.inRange(statement.sql(), condition), position());
        }

        /** What people read who want to know what will run. */
        String description() {
            String key = batch.key().toString();
            return "-- in ranges of %d rows of %s, each in a transaction of its own%s%n%s"
                    .formatted(
                            batch.size(),
                            batch.table(),
                            batch.pause().isZero() ? "" : ", pauses of " + DurationText.print(batch.pause()),
                            Batch.inRange(statement.sql(), "(%s > :from AND %s <= :to)".formatted(key, key)));
        }
    }
}
