package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table; its constraints, indexes, triggers and policies are objects of their own.
 *
 * @param name its name
 * @param form what sort of table it is
 * @param persistence whether it is logged
 * @param columns its columns, in their order
 * @param storage where and how its rows are kept
 * @param rowSecurity whether policies apply
 * @param replicaIdentity what logical replication records of old rows
 * @param inheritance the tables above it, and how it is partitioned
 * @param foreign where a foreign table's rows come from
 * @param ofType the composite type whose attributes are the columns of a typed table
 * @param attributes its owner, grants, comment and labels
 */
public record Table(
        QualifiedName name,
        Form form,
        Persistence persistence,
        List<Column> columns,
        Storage storage,
        RowSecurity rowSecurity,
        ReplicaIdentity replicaIdentity,
        Inheritance inheritance,
        @Nullable Foreign foreign,
        @Nullable QualifiedName ofType,
        Attributes attributes)
        implements Relation {

    /** Copies the columns. */
    public Table {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TABLE, name);
    }

    @Override
    public Table with(Attributes changed) {
        return new Table(
                name,
                form,
                persistence,
                columns,
                storage,
                rowSecurity,
                replicaIdentity,
                inheritance,
                foreign,
                ofType,
                changed);
    }

    /** The sorts of tables. */
    public enum Form {
        /** A table that holds its rows itself. */
        ORDINARY,
        /** A table whose rows are in its partitions. */
        PARTITIONED,
        /** A table whose rows are on another server. */
        FOREIGN;

        /** The form in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where and how rows are kept.
     *
     * @param options the storage parameters; those of the TOAST table begin with {@code toast.}
     * @param tablespace the tablespace, if it is not the database's
     * @param accessMethod the access method, of tables that have one
     */
    public record Storage(
            Options options,
            @Nullable Identifier tablespace,
            @Nullable Identifier accessMethod) {}

    /**
     * Whether row security policies apply.
     *
     * @param enabled to all but the owner
     * @param forced to the owner too
     */
    public record RowSecurity(boolean enabled, boolean forced) {}

    /**
     * What logical replication records of old rows.
     *
     * @param choice the choice
     * @param index the index, where one was chosen and still exists
     */
    public record ReplicaIdentity(Choice choice, @Nullable Identifier index) {
        /** The choices of {@code REPLICA IDENTITY}. */
        public enum Choice {
            /** The primary key. */
            DEFAULT,
            /** Nothing. */
            NOTHING,
            /** All columns. */
            FULL,
            /** The columns of an index. */
            INDEX
        }
    }

    /**
     * The tables above a table, and how it is partitioned.
     *
     * @param parents the tables above it, in their order
     * @param partitionKey how a partitioned table distributes rows
     * @param partitionBound which rows a partition takes
     * @param detachPending whether {@code DETACH PARTITION CONCURRENTLY} began and did not end
     */
    public record Inheritance(
            List<QualifiedName> parents,
            @Nullable String partitionKey,
            @Nullable String partitionBound,
            boolean detachPending) {
        /** Copies the parents. */
        public Inheritance {
            parents = List.copyOf(parents);
        }
    }

    /**
     * Where a foreign table's rows come from.
     *
     * @param server the foreign server
     * @param options the table's options
     */
    public record Foreign(Identifier server, Options options) {}
}
