package io.schemactl.catalog.read;

import io.schemactl.catalog.EnumType;
import java.sql.SQLException;

/** Rows of {@code enums.sql}. */
final class EnumRows {

    static final Query<EnumType> QUERY = Query.of("enums", EnumRows::map);

    private EnumRows() {}

    private static EnumType map(Row row) throws SQLException {
        return new EnumType(row.name("schema", "name"), row.list("labels"), row.attributes());
    }
}
