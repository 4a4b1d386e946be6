package io.schemactl.catalog.read;

import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;

/** Rows of {@code text-search-mappings.sql}. */
record TextSearchMappingRows(QualifiedName configuration, TextSearchConfiguration.Mapping mapping) {

    static final Query<TextSearchMappingRows> QUERY = Query.of("text-search-mappings", TextSearchMappingRows::map);

    private static TextSearchMappingRows map(Row row) throws SQLException {
        return new TextSearchMappingRows(
                row.name("schema", "name"),
                new TextSearchConfiguration.Mapping(
                        row.text("tokenType"), row.names("dictionarySchemas", "dictionaryNames")));
    }
}
