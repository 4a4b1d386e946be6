package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another thing may need: an object, one of its columns, or a column's default.
 *
 * @param object the object
 * @param column the column, if only that is meant
 * @param columnDefault whether the column's default or generating expression is meant, not the column
 */
public record Part(ObjectKey object, @Nullable Identifier column, boolean columnDefault) implements Comparable<Part> {

    /** A whole object. */
    public static Part of(ObjectKey object) {
        return new Part(object, null, false);
    }

    /** A column. */
    public static Part ofColumn(ObjectKey relation, Identifier column) {
        return new Part(relation, column, false);
    }

    /** A column's default or generating expression. */
    public static Part ofDefault(ObjectKey relation, Identifier column) {
        return new Part(relation, column, true);
    }

    // Written out, because the first compiler tier runs what Java writes itself many times slower, and these are keys
    // of large maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Part part
                && columnDefault == part.columnDefault
                && object.equals(part.object)
                && Objects.equals(column, part.column);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * object.hashCode() + Objects.hashCode(column)) + (columnDefault ? 1 : 0);
    }

    @Override
    public int compareTo(Part other) {
        int order = object.compareTo(other.object);
        if (order == 0 && column != null && other.column != null) {
            order = column.compareTo(other.column);
        } else if (order == 0) {
            order = Boolean.compare(column != null, other.column != null);
        }
        return order == 0 ? Boolean.compare(columnDefault, other.columnDefault) : order;
    }
}
