package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/**
 * An exclusion constraint.
 *
 * @param relation the table
 * @param name its name
 * @param definition its text from {@code EXCLUDE} on, as PostgreSQL prints it
 * @param deferral when it is checked
 * @param standing how it stands
 * @param attributes its owner, grants, comment and labels
 */
public record ExclusionConstraint(
        QualifiedName relation,
        Identifier name,
        String definition,
        Deferral deferral,
        Standing standing,
        Attributes attributes)
        implements Constraint {
    @Override
    public String word() {
        return "exclusion constraint";
    }

    @Override
    public ExclusionConstraint with(Attributes changed) {
        return new ExclusionConstraint(relation, name, definition, deferral, standing, changed);
    }

    /** The same constraint with another standing. */
    public ExclusionConstraint with(Standing changed) {
        return new ExclusionConstraint(relation, name, definition, deferral, changed, attributes);
    }
}
