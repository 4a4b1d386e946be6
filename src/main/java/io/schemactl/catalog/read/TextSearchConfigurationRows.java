package io.schemactl.catalog.read;

import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of {@code text-search-configurations.sql}. */
final class TextSearchConfigurationRows {

    private TextSearchConfigurationRows() {}

    static Query<TextSearchConfiguration> query(Map<QualifiedName, List<TextSearchConfiguration.Mapping>> mappings) {
        return Query.of("text-search-configurations", row -> map(row, mappings));
    }

    private static TextSearchConfiguration map(
            Row row, Map<QualifiedName, List<TextSearchConfiguration.Mapping>> mappings) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new TextSearchConfiguration(
                name, row.name("parserSchema", "parser"), mappings.getOrDefault(name, List.of()), row.attributes());
    }
}
