package io.schemactl.catalog.read;

import io.schemactl.catalog.IndexKey;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;

/** Rows of {@code index-keys.sql}. */
record IndexKeyRows(QualifiedName index, IndexKey key) {

    static final Query<IndexKeyRows> QUERY = Query.of("index-keys", IndexKeyRows::map);

    private static IndexKeyRows map(Row row) throws SQLException {
        var key = new IndexKey(
                row.findIdentifier("column"),
                row.findText("expression"),
                new IndexKey.OperatorClass(
                        row.name("operatorClassSchema", "operatorClass"),
                        row.flag("operatorClassDefault"),
                        row.options("operatorClassOptions")),
                row.findName("collationSchema", "collation"),
                row.flag("descending"),
                row.flag("nullsFirst"),
                row.findNumber("statistics"));
        return new IndexKeyRows(row.name("schema", "index"), key);
    }
}
