package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A check of a table's rows.
 *
 * @param relation the table
 * @param name its name
 * @param expression what it demands
 * @param noInherit whether tables below are exempt
 * @param standing how it stands
 * @param comment its comment
 */
public record CheckConstraint(
        QualifiedName relation,
        Identifier name,
        String expression,
        boolean noInherit,
        Standing standing,
        @Nullable String comment)
        implements Constraint {
    @Override
    public String word() {
        return "check";
    }
}
