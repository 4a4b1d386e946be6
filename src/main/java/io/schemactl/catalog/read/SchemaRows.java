package io.schemactl.catalog.read;

import io.schemactl.catalog.Schema;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code schemas.sql}. */
final class SchemaRows {

    static final Query<Schema> QUERY = new Query<>("schemas", List.of(15), SchemaRows::map);

    private SchemaRows() {}

    private static Schema map(Row row) throws SQLException {
        return new Schema(row.identifier("name"), row.attributes());
    }
}
