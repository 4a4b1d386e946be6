package io.schemactl.catalog.read;

import io.schemactl.catalog.Schema;
import java.sql.SQLException;

/** Rows of {@code schemas.sql}. */
final class SchemaRows {

    static final Query<Schema> QUERY = Query.of("schemas", SchemaRows::map);

    private SchemaRows() {}

    private static Schema map(Row row) throws SQLException {
        return new Schema(row.identifier("name"), row.attributes());
    }
}
