package io.schemactl.rows;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partitions that hold the rows of partitioned tables. */
final class Partitions {

    /**
     * A partition that holds rows itself.
     *
     * @param name its name
     * @param bound what rows it takes; null for all that no other takes, if there is no other
     */
    record Partition(QualifiedName name, @Nullable String bound) {}

    private final Map<QualifiedName, List<Partition>> partitions = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> roots = new HashMap<>();

    /** Reads them from a database. */
    static Partitions load(WorkConnection connection) throws SQLException {
        var read = new Partitions();
        Queries.run(connection, "partitions.sql", row -> {
            var root = QualifiedName.of(row.getString("root_schema"), row.getString("root"));
            var name = QualifiedName.of(row.getString("schema"), row.getString("name"));
            read.roots.put(name, root);
            return read.partitions
                    .computeIfAbsent(root, key -> new ArrayList<>())
                    .add(new Partition(name, row.getString("bound")));
        });
        return read;
    }

    /** The partitions below a table, in their order. */
    List<Partition> of(QualifiedName root) {
        return partitions.getOrDefault(root, List.of());
    }

    /** The table that rows for a table are inserted into. */
    QualifiedName rootOf(QualifiedName table) {
        return roots.getOrDefault(table, table);
    }
}
