package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A column that a row may have a value for.
 *
 * @param name its name
 * @param type its type
 * @param required whether it refuses NULL
 * @param supply where its values come from
 * @param defaultExpression its default, if it is the same on each run
 */
record ColumnPlan(
        Identifier name,
        Types.ColumnType type,
        boolean required,
        Supply supply,
        @Nullable String defaultExpression) {

    /** Where a column's values come from. */
    enum Supply {
        /** They are drawn. */
        DRAWN,
        /** From a sequence, unless a row must have a certain one. */
        SEQUENCE,
        /** From an identity column's sequence, unless a row must have a certain one and overrides the system's. */
        IDENTITY
    }
}
