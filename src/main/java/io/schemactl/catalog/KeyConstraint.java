package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * A primary key or a unique constraint.
 *
 * @param relation the table
 * @param name its name
 * @param primary whether it is the primary key
 * @param columns the columns that are unique together
 * @param include the columns that its index carries besides
 * @param nullsNotDistinct whether two NULLs count as equal
 * @param withoutOverlaps whether the last column is a range that must not overlap
 * @param deferral when it is checked
 * @param standing how it stands
 * @param attributes its owner, grants, comment and labels
 */
public record KeyConstraint(
        QualifiedName relation,
        Identifier name,
        boolean primary,
        List<Identifier> columns,
        List<Identifier> include,
        boolean nullsNotDistinct,
        boolean withoutOverlaps,
        Deferral deferral,
        Standing standing,
        Attributes attributes)
        implements Constraint {

    /** Copies the columns. */
    public KeyConstraint {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    @Override
    public String word() {
        return primary ? "primary key" : "unique constraint";
    }

    @Override
    public KeyConstraint with(Attributes changed) {
        return new KeyConstraint(
                relation,
                name,
                primary,
                columns,
                include,
                nullsNotDistinct,
                withoutOverlaps,
                deferral,
                standing,
                changed);
    }

    /** The same constraint with another standing. */
    public KeyConstraint with(Standing changed) {
        return new KeyConstraint(
                relation,
                name,
                primary,
                columns,
                include,
                nullsNotDistinct,
                withoutOverlaps,
                deferral,
                changed,
                attributes);
    }
}
