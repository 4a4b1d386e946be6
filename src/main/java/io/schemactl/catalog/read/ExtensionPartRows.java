package io.schemactl.catalog.read;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;

/**
 * A row of {@code extension-parts.sql}.
 *
 * @param extension the extension
 * @param name what is there, such as {@code INDEX i ON public.t}
 * @param definition what it is
 */
record ExtensionPartRows(Identifier extension, String name, String definition) {

    static final Query<ExtensionPartRows> QUERY = Query.of("extension-parts", ExtensionPartRows::map);

    private static ExtensionPartRows map(Row row) throws SQLException {
        return new ExtensionPartRows(row.identifier("extension"), row.text("part"), row.expression("definition"));
    }
}
