package io.schemactl.catalog.read;

import io.schemactl.catalog.Extension;
import java.sql.SQLException;

/** Rows of {@code extensions.sql}. */
final class ExtensionRows {

    static final Query<Extension> QUERY = Query.of("extensions", ExtensionRows::map);

    private ExtensionRows() {}

    private static Extension map(Row row) throws SQLException {
        return new Extension(row.identifier("name"), row.identifier("schema"), row.text("version"), row.attributes());
    }
}
