package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the rows of all tables of a small database, with one query. */
public final class RowNumbers {

    private RowNumbers() {}

    /** How many rows each table has that holds rows itself. */
    public static Map<QualifiedName, Long> count(Catalog catalog, WorkConnection connection) throws SQLException {
        List<QualifiedName> tables = catalog.all(Table.class)
                .filter(table -> table.form() == Table.Form.ORDINARY)
                .map(Table::name)
                .toList();
        Map<QualifiedName, Long> counts = new HashMap<>();
        if (!tables.isEmpty()) {
            connection
                    .query(
                            tables.stream().map(RowNumbers::query).collect(Collectors.joining(" UNION ALL ")),
                            row -> Map.entry(QualifiedName.of(row.getString(1), row.getString(2)), row.getLong(3)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
        }
        return counts;
    }

    private static String query(QualifiedName table) {
        return "SELECT %s, %s, pg_catalog.count(*) FROM %s"
                .formatted(
                        Literal.of(table.schema().name()),
                        Literal.of(table.name().name()),
                        table.quoted());
    }
}
