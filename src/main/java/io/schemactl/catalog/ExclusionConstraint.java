package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint.
 *
 * @param relation the table
 * @param name its name
 * @param definition its text from {@code EXCLUDE} on, as PostgreSQL prints it
 * @param deferral when it is checked
 * @param standing how it stands
 * @param comment its comment
 */
public record ExclusionConstraint(
        QualifiedName relation,
        Identifier name,
        String definition,
        Deferral deferral,
        Standing standing,
        @Nullable String comment)
        implements Constraint {
    @Override
    public String word() {
        return "exclusion constraint";
    }
}
