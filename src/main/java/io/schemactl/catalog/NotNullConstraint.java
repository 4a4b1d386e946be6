package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/**
 * A not-null constraint that says more than the column's {@code NOT NULL}, which PostgreSQL has from version 18 on.
 *
 * <p>The ordinary ones are only a column's property here, so that catalogs of older and newer servers compare equal.
 *
 * @param relation the table
 * @param name its name
 * @param column the column
 * @param noInherit whether tables below are exempt
 * @param standing how it stands
 * @param attributes its owner, grants, comment and labels
 */
public record NotNullConstraint(
        QualifiedName relation,
        Identifier name,
        Identifier column,
        boolean noInherit,
        Standing standing,
        Attributes attributes)
        implements Constraint {
    @Override
    public String word() {
        return "not-null constraint";
    }

    @Override
    public NotNullConstraint with(Attributes changed) {
        return new NotNullConstraint(relation, name, column, noInherit, standing, changed);
    }
}
