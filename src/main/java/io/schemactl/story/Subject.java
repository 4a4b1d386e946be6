package io.schemactl.story;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The object that an expectation speaks of; a later story's word about the same subject replaces an earlier one's.
 *
 * @param kind the kind of object
 * @param schema the schema, of objects that are in one
 * @param table the table, of objects that are a part of one
 * @param name the object's own name; of a primary key, the table's
 * @param arguments the argument types, of functions
 */
public record Subject(
        SubjectKind kind,
        @Nullable Identifier schema,
        @Nullable Identifier table,
        Identifier name,
        @Nullable String arguments) {

    static Subject of(SubjectKind kind, Identifier name) {
        return new Subject(kind, null, null, name, null);
    }

    static Subject of(SubjectKind kind, QualifiedName name) {
        return new Subject(kind, name.schema(), null, name.name(), null);
    }

    static Subject ofFunction(QualifiedName name, String arguments) {
        return new Subject(SubjectKind.FUNCTION, name.schema(), null, name.name(), arguments);
    }

    static Subject ofPart(SubjectKind kind, QualifiedName table, Identifier name) {
        return new Subject(kind, table.schema(), table.name(), name, null);
    }

    /**
     * The object's name with its schema.
     *
     * @throws IllegalStateException if the object is in no schema
     */
    public QualifiedName qualifiedName() {
        return new QualifiedName(inSchema(schema), name);
    }

    /**
     * The table that the object is a part of.
     *
     * @throws IllegalStateException if it is not a part of a table
     */
    public QualifiedName relation() {
        return new QualifiedName(inSchema(schema), inSchema(table));
    }

    /** Whether this object is in a schema, or belongs to a table or view. */
    boolean isPartOf(Subject whole) {
        return whole.kind == SubjectKind.SCHEMA
                ? whole.name.equals(schema)
                : whole.name.equals(table) && Objects.equals(whole.schema, schema);
    }

    private static Identifier inSchema(@Nullable Identifier part) {
        if (part == null) {
            throw new IllegalStateException("the object has no such part");
        }
        return part;
    }
}
