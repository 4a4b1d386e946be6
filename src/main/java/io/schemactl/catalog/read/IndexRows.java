package io.schemactl.catalog.read;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of {@code indexes.sql}. */
final class IndexRows {

    private IndexRows() {}

    static Query<Index> query(Map<QualifiedName, List<IndexKey>> keys) {
        return new Query<>("indexes", List.of(15), row -> map(row, keys));
    }

    private static Index map(Row row, Map<QualifiedName, List<IndexKey>> keys) throws SQLException {
        return new Index(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.text("method"),
                keys.getOrDefault(row.name("schema", "name"), List.of()),
                row.identifiers("include"),
                row.findExpression("predicate"),
                new Index.Uniqueness(row.flag("unique"), row.flag("nullsNotDistinct")),
                new Index.State(row.flag("valid"), row.flag("ready")),
                new Index.Storage(row.options("options"), row.findIdentifier("tablespace"), row.flag("clustered")),
                row.findIdentifier("constraint"),
                row.findName("parentSchema", "parent"),
                row.expression("definition"),
                row.attributes());
    }
}
