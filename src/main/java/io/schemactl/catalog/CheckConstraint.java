package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/**
 * A check of a table's rows.
 *
 * @param relation the table
 * @param name its name
 * @param expression what it demands
 * @param noInherit whether tables below are exempt
 * @param standing how it stands
 * @param attributes its owner, grants, comment and labels
 */
public record CheckConstraint(
        QualifiedName relation,
        Identifier name,
        String expression,
        boolean noInherit,
        Standing standing,
        Attributes attributes)
        implements Constraint {
    @Override
    public String word() {
        return "check";
    }

    @Override
    public CheckConstraint with(Attributes changed) {
        return new CheckConstraint(relation, name, expression, noInherit, standing, changed);
    }
}
