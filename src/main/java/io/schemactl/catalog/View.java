package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or a materialized view.
 *
 * @param name its name
 * @param materialized whether it keeps its rows
 * @param populated false for a materialized view that was never filled
 * @param options its options, such as {@code security_barrier}; those of its TOAST table begin with {@code toast.}
 * @param tablespace a materialized view's tablespace, if it is not the database's
 * @param accessMethod a materialized view's access method
 * @param replicaIdentity what logical replication records of a materialized view's old rows
 * @param columns its columns, in their order
 * @param definition its query, as PostgreSQL prints it
 * @param attributes its owner, grants, comment and labels
 */
public record View(
        QualifiedName name,
        boolean materialized,
        boolean populated,
        Options options,
        @Nullable Identifier tablespace,
        @Nullable Identifier accessMethod,
        Table.ReplicaIdentity replicaIdentity,
        List<Column> columns,
        String definition,
        Attributes attributes)
        implements Relation {

    /** Copies the columns. */
    public View {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.VIEW, name);
    }

    @Override
    public View with(Attributes changed) {
        return with(definition, changed);
    }

    /** The same view of another query. */
    public View withDefinition(String changed) {
        return with(changed, attributes);
    }

    private View with(String query, Attributes changed) {
        return new View(
                name,
                materialized,
                populated,
                options,
                tablespace,
                accessMethod,
                replicaIdentity,
                columns,
                query,
                changed);
    }
}
