package io.schemactl.catalog.read;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.View;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of {@code views.sql}. */
final class ViewRows {

    private ViewRows() {}

    static Query<View> query(Map<QualifiedName, List<Column>> columns) {
        return Query.of("views", row -> map(row, columns));
    }

    private static View map(Row row, Map<QualifiedName, List<Column>> columns) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new View(
                name,
                row.flag("materialized"),
                row.flag("populated"),
                row.options("options"),
                row.findIdentifier("tablespace"),
                row.findIdentifier("accessMethod"),
                new Table.ReplicaIdentity(row.choice("replicaIdentity", Table.ReplicaIdentity.Choice.class), null),
                columns.getOrDefault(name, List.of()),
                row.expression("definition"),
                row.attributes());
    }
}
