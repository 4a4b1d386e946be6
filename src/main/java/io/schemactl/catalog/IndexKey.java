package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index: either a column or an expression.
 *
 * @param column the column
 * @param expression the expression, as PostgreSQL prints it
 * @param operatorClass its operator class
 * @param collation its collation, if it is not the column's
 * @param descending whether it is sorted downwards
 * @param nullsFirst whether NULLs come first
 * @param statistics the statistics target, if it is not the default
 */
public record IndexKey(
        @Nullable Identifier column,
        @Nullable String expression,
        OperatorClass operatorClass,
        @Nullable QualifiedName collation,
        boolean descending,
        boolean nullsFirst,
        @Nullable Integer statistics) {

    /** Checks that the key is a column or an expression. */
    public IndexKey {
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("an index key is either a column or an expression");
        }
    }

    /**
     * How an index compares keys.
     *
     * @param name the operator class
     * @param isDefault whether the type would have it anyway
     * @param options its parameters
     */
    public record OperatorClass(QualifiedName name, boolean isDefault, Options options) {}
}
