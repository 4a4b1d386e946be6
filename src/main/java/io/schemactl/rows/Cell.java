package io.schemactl.rows;

import io.schemactl.sql.Literal;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT gives a column.
 *
 * @param kind whether it gives it a value
 * @param text the value, as the type reads it
 */
record Cell(Kind kind, @Nullable String text) {

    /** What sort of thing a column is given. */
    enum Kind {
        VALUE,
        NULL,
        DEFAULT
    }

    static final Cell NULL = new Cell(Kind.NULL, null);
    static final Cell DEFAULT = new Cell(Kind.DEFAULT, null);

    static Cell of(String text) {
        return new Cell(Kind.VALUE, text);
    }

    boolean isValue() {
        return kind == Kind.VALUE;
    }

    /** How it stands in the list of an INSERT. */
    String sql() {
        return switch (kind) {
            case VALUE -> Literal.of(String.valueOf(text));
            case NULL -> "NULL";
            case DEFAULT -> "DEFAULT";
        };
    }

    /** How it stands in a query that asks what conditions say of it. */
    String sql(ColumnPlan column) {
        String inner = switch (kind) {
            case VALUE -> Literal.of(String.valueOf(text));
            case NULL -> "NULL";
            case DEFAULT -> column.defaultExpression() != null ? column.defaultExpression() : "1";
        };
        // Not a format: there are thousands of these.
        return "CAST(" + inner + " AS " + column.type().written() + ")";
    }
}
