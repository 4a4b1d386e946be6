package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;

/**
 * A foreign key.
 *
 * @param relation the table that refers
 * @param name its name
 * @param columns the columns that refer
 * @param referenced the table referred to
 * @param referencedColumns the columns referred to
 * @param onUpdate what happens when a key changes
 * @param onDelete what happens when a row is deleted
 * @param onDeleteColumns the columns that are set on delete; empty means all
 * @param match how partly NULL references count
 * @param period whether the last column is a range that must be covered
 * @param deferral when it is checked
 * @param standing how it stands
 * @param attributes its owner, grants, comment and labels
 */
public record ForeignKey(
        QualifiedName relation,
        Identifier name,
        List<Identifier> columns,
        QualifiedName referenced,
        List<Identifier> referencedColumns,
        Action onUpdate,
        Action onDelete,
        List<Identifier> onDeleteColumns,
        Match match,
        boolean period,
        Deferral deferral,
        Standing standing,
        Attributes attributes)
        implements Constraint {

    /** Copies the columns. */
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        onDeleteColumns = List.copyOf(onDeleteColumns);
    }

    @Override
    public String word() {
        return "foreign key";
    }

    @Override
    public ForeignKey with(Attributes changed) {
        return new ForeignKey(
                relation,
                name,
                columns,
                referenced,
                referencedColumns,
                onUpdate,
                onDelete,
                onDeleteColumns,
                match,
                period,
                deferral,
                standing,
                changed);
    }

    /** What happens to a referring row. */
    public enum Action {
        /** An error at the time of the check. */
        NO_ACTION,
        /** An error at once. */
        RESTRICT,
        /** The same happens to it. */
        CASCADE,
        /** Its columns become NULL. */
        SET_NULL,
        /** Its columns take their defaults. */
        SET_DEFAULT;

        /** The action in PostgreSQL's words, such as {@code set null}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** How partly NULL references count. */
    public enum Match {
        /** As no reference. */
        SIMPLE,
        /** As an error. */
        FULL,
        /** By their other columns; PostgreSQL does not implement it. */
        PARTIAL;

        /** The match in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
