package io.schemactl.sql;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object in a schema.
 *
 * @param schema the schema's name
 * @param name the object's name in it
 */
public record QualifiedName(Identifier schema, Identifier name) implements Comparable<QualifiedName> {

    /** The name of an object in a schema, both without quotes. */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(new Identifier(schema), new Identifier(name));
    }

    /** Both parts in double quotes. */
    public String quoted() {
        return schema.quoted() + '.' + name.quoted();
    }

    /** Both parts as people write them. */
    public String display() {
        return schema.display() + '.' + name.display();
    }

    // Written out, because the first compiler tier runs what Java writes itself many times slower, and these are keys
    // of large maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName qualified
                && name.equals(qualified.name)
                && schema.equals(qualified.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return display();
    }
}
