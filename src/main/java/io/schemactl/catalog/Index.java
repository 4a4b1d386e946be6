package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table or materialized view.
 *
 * @param relation the table or view
 * @param name its name; the schema is the table's
 * @param method its access method, such as {@code btree}
 * @param keys its keys, in their order
 * @param include the columns that it carries besides
 * @param predicate which rows it covers
 * @param uniqueness whether its keys are unique
 * @param state whether it can be used
 * @param storage where and how it is kept
 * @param constraint the constraint that it implements
 * @param parent the partitioned index that it is attached to
 * @param definition its {@code CREATE INDEX} statement, as PostgreSQL prints it
 * @param attributes its owner, grants, comment and labels
 */
public record Index(
        QualifiedName relation,
        Identifier name,
        String method,
        List<IndexKey> keys,
        List<Identifier> include,
        @Nullable String predicate,
        Uniqueness uniqueness,
        State state,
        Storage storage,
        @Nullable Identifier constraint,
        @Nullable QualifiedName parent,
        String definition,
        Attributes attributes)
        implements CatalogObject {

    /** Copies the keys. */
    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.ofPart(Kind.INDEX, relation, name);
    }

    @Override
    public Index with(Attributes changed) {
        return new Index(
                relation,
                name,
                method,
                keys,
                include,
                predicate,
                uniqueness,
                state,
                storage,
                constraint,
                parent,
                definition,
                changed);
    }

    /** Its name with its schema. */
    public QualifiedName qualifiedName() {
        return new QualifiedName(relation.schema(), name);
    }

    /**
     * Whether an index's keys are unique.
     *
     * @param unique no two rows have the same key
     * @param nullsNotDistinct NULLs count as equal
     */
    public record Uniqueness(boolean unique, boolean nullsNotDistinct) {}

    /**
     * Whether an index can be used.
     *
     * @param valid for queries
     * @param ready for inserts
     */
    public record State(boolean valid, boolean ready) {}

    /**
     * Where and how an index is kept.
     *
     * @param options the storage parameters
     * @param tablespace the tablespace, if it is not the database's
     * @param clustered whether {@code CLUSTER} uses it
     */
    public record Storage(Options options, @Nullable Identifier tablespace, boolean clustered) {}
}
