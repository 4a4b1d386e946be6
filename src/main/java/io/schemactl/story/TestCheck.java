package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must come of a functional test's statement. */
public sealed interface TestCheck {

    /** Calls the visitor's method for this kind of check. */
    <T> T accept(TestCheckVisitor<T> visitor);

    /**
     * The query returns these rows.
     *
     * @param rows the rows
     * @param anyOrder whether they may come in any order
     */
    record Returns(List<ExpectedRow> rows, boolean anyOrder) implements TestCheck {
        /** Copies the rows. */
        public Returns {
            rows = List.copyOf(rows);
        }

        @Override
        public <T> T accept(TestCheckVisitor<T> visitor) {
            return visitor.returns(this);
        }
    }

    /**
     * A row that a query should return.
     *
     * @param cells its values; either all of them name their column, and other columns may hold anything, or none does
     * @param position where it stands
     */
    record ExpectedRow(List<ExpectedCell> cells, Position position) {
        /** Copies the cells. */
        public ExpectedRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value of a row.
     *
     * @param column the column's name; null means that the place in the row says which column it is
     */
    record ExpectedCell(@Nullable String column, ExpectedValue value) {}

    /** The server can use an index for the query, if it must not read whole tables. */
    record UsesIndex(QualifiedName index) implements TestCheck {
        @Override
        public <T> T accept(TestCheckVisitor<T> visitor) {
            return visitor.usesIndex(this);
        }
    }

    /**
     * The server refuses the statement.
     *
     * @param sqlState with this SQLSTATE
     * @param constraint because of this constraint or unique index; null means any or none
     * @param message with a message that holds this text; null means any
     */
    record Fails(
            String sqlState,
            @Nullable String constraint,
            @Nullable String message) implements TestCheck {
        @Override
        public <T> T accept(TestCheckVisitor<T> visitor) {
            return visitor.fails(this);
        }
    }

    /** The statement inserts, updates, deletes or returns this number of rows. */
    record Affects(long rows) implements TestCheck {
        @Override
        public <T> T accept(TestCheckVisitor<T> visitor) {
            return visitor.affects(this);
        }
    }

    /** The statement succeeds. */
    record Succeeds() implements TestCheck {
        @Override
        public <T> T accept(TestCheckVisitor<T> visitor) {
            return visitor.succeeds(this);
        }
    }
}
