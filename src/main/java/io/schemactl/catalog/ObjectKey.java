package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes an object from all others of its database, and decides its place in the catalog.
 *
 * @param kind the kind of object
 * @param schema the schema, of objects that are in one
 * @param relation the table or view, of objects that are a part of one
 * @param name the object's own name
 * @param arguments the argument types, of routines
 */
public record ObjectKey(
        Kind kind,
        @Nullable Identifier schema,
        @Nullable Identifier relation,
        Identifier name,
        @Nullable String arguments)
        implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::kind)
            .thenComparing(ObjectKey::schema, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ObjectKey::relation, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ObjectKey::name)
            .thenComparing(ObjectKey::arguments, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The key of an object outside any schema. */
    public static ObjectKey of(Kind kind, Identifier name) {
        return new ObjectKey(kind, null, null, name, null);
    }

    /** The key of an object in a schema. */
    public static ObjectKey of(Kind kind, QualifiedName name) {
        return new ObjectKey(kind, name.schema(), null, name.name(), null);
    }

    /** The key of a part of a table or view. */
    public static ObjectKey ofPart(Kind kind, QualifiedName relation, Identifier name) {
        return new ObjectKey(kind, relation.schema(), relation.name(), name, null);
    }

    /** The key of a routine. */
    public static ObjectKey ofRoutine(QualifiedName name, String arguments) {
        return new ObjectKey(Kind.ROUTINE, name.schema(), null, name.name(), arguments);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
