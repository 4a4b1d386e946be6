package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What another thing may need: an object, one of its columns, or a column's default.
 *
 * @param object the object
 * @param column the column, if only that is meant
 * @param columnDefault whether the column's default or generating expression is meant, not the column
 */
public record Part(ObjectKey object, @Nullable Identifier column, boolean columnDefault) implements Comparable<Part> {

    private static final Comparator<Part> ORDER = Comparator.comparing(Part::object)
            .thenComparing(Part::column, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Part::columnDefault);

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

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
