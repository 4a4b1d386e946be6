package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes an object from all others of its database, and decides its place in the catalog.
 *
 * @param kind the kind of object
 * @param schema the schema, of objects that are in one
 * @param relation the table or view, of objects that are a part of one
 * @param name the object's own name
 * @param arguments the argument types, of routines; the server, of user mappings; the type of objects, of default privileges
 */
public record ObjectKey(
        Kind kind,
        @Nullable Identifier schema,
        @Nullable Identifier relation,
        Identifier name,
        @Nullable String arguments)
        implements Comparable<ObjectKey> {

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

    // Written out, because the first compiler tier runs what Java writes itself many times slower, and these are keys
    // of large maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectKey key
                        && kind == key.kind
                        && name.equals(key.name)
                        && Objects.equals(relation, key.relation)
                        && Objects.equals(schema, key.schema)
                        && Objects.equals(arguments, key.arguments));
    }

    @Override
    public int hashCode() {
        int hash = kind.hashCode();
        hash = 31 * hash + Objects.hashCode(schema);
        hash = 31 * hash + Objects.hashCode(relation);
        hash = 31 * hash + name.hashCode();
        return 31 * hash + Objects.hashCode(arguments);
    }

    /** By components. A catalog compares keys hundreds of thousands of times, which a chain of comparators makes slow. */
    @Override
    public int compareTo(ObjectKey other) {
        int order = kind.compareTo(other.kind);
        if (order == 0) {
            order = compareFound(schema, other.schema);
        }
        if (order == 0) {
            order = compareFound(relation, other.relation);
        }
        if (order == 0) {
            order = name.compareTo(other.name);
        }
        return order == 0 ? compareFound(arguments, other.arguments) : order;
    }

    private static <T extends Comparable<T>> int compareFound(@Nullable T one, @Nullable T other) {
        if (one == other) {
            return 0;
        }
        if (one == null) {
            return -1;
        }
        return other == null ? 1 : one.compareTo(other);
    }
}
