package io.schemactl.catalog.read;

import io.schemactl.catalog.IndexKey;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code index-keys.sql}.
 *
 * @param index the index
 * @param key the key
 * @param definition the index's whole definition, if the key's part of it is not plain
 */
record IndexKeyRows(
        QualifiedName index, IndexKey key, @Nullable String definition) {

    static final Query<IndexKeyRows> QUERY = Query.of("index-keys", IndexKeyRows::map);

    private static IndexKeyRows map(Row row) throws SQLException {
        QualifiedName index = row.name("schema", "index");
        String definition = row.flag("plain") ? null : ReadFailure.printed(row.findExpression("definition"), index);
        var key = new IndexKey(
                row.findIdentifier("column"),
                row.findExpression("expression"),
                new IndexKey.OperatorClass(
                        row.name("operatorClassSchema", "operatorClass"),
                        row.flag("operatorClassDefault"),
                        row.options("operatorClassOptions")),
                row.findName("collationSchema", "collation"),
                row.flag("descending"),
                row.flag("nullsFirst"),
                row.findNumber("statistics"));
        return new IndexKeyRows(index, key, definition);
    }
}
