package io.schemactl.catalog.read;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Table;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code tables.sql}. */
final class TableRows {

    private TableRows() {}

    static Query<Table> query(Map<QualifiedName, List<Column>> columns) {
        return Query.of("tables", row -> map(row, columns));
    }

    private static Table map(Row row, Map<QualifiedName, List<Column>> columns) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new Table(
                name,
                row.choice("form", Table.Form.class),
                row.choice("persistence", Persistence.class),
                columns.getOrDefault(name, List.of()),
                new Table.Storage(
                        row.options("options"), row.findIdentifier("tablespace"), row.findIdentifier("accessMethod")),
                new Table.RowSecurity(row.flag("rowSecurityEnabled"), row.flag("rowSecurityForced")),
                replicaIdentity(row),
                new Table.Inheritance(
                        parents(row),
                        row.findExpression("partitionKey"),
                        row.findText("partitionBound"),
                        row.flag("detachPending")),
                foreign(row),
                row.findName("ofTypeSchema", "ofType"),
                row.attributes());
    }

    /** The index stays marked when another choice is made, so it counts only with {@code USING INDEX}. */
    private static Table.ReplicaIdentity replicaIdentity(Row row) throws SQLException {
        var choice = row.choice("replicaIdentity", Table.ReplicaIdentity.Choice.class);
        return new Table.ReplicaIdentity(
                choice,
                choice == Table.ReplicaIdentity.Choice.INDEX ? row.findIdentifier("replicaIdentityIndex") : null);
    }

    private static List<QualifiedName> parents(Row row) throws SQLException {
        List<String> schemas = row.list("parentSchemas");
        List<String> names = row.list("parentNames");
        var parents = new ArrayList<QualifiedName>();
        for (int i = 0; i < names.size(); i++) {
            parents.add(QualifiedName.of(schemas.get(i), names.get(i)));
        }
        return parents;
    }

    private static Table.@Nullable Foreign foreign(Row row) throws SQLException {
        var server = row.findIdentifier("server");
        return server == null ? null : new Table.Foreign(server, row.options("serverOptions"));
    }
}
