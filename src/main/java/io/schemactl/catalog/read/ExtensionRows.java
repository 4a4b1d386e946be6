package io.schemactl.catalog.read;

import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of {@code extensions.sql}. */
final class ExtensionRows {

    private ExtensionRows() {}

    static Query<Extension> query(Map<Identifier, List<ExtensionPartRows>> parts) {
        return Query.of("extensions", row -> map(row, parts));
    }

    private static Extension map(Row row, Map<Identifier, List<ExtensionPartRows>> parts) throws SQLException {
        Identifier name = row.identifier("name");
        var definitions = new TreeMap<String, String>();
        parts.getOrDefault(name, List.of()).forEach(part -> definitions.put(part.name(), part.definition()));
        return new Extension(
                name, row.identifier("schema"), row.text("version"), new Options(definitions), row.attributes());
    }
}
