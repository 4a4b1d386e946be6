package io.schemactl.catalog.read;

import io.schemactl.catalog.TextSearchTemplate;
import java.sql.SQLException;

/** Rows of {@code text-search-templates.sql}. */
final class TextSearchTemplateRows {

    static final Query<TextSearchTemplate> QUERY = Query.of("text-search-templates", TextSearchTemplateRows::map);

    private TextSearchTemplateRows() {}

    private static TextSearchTemplate map(Row row) throws SQLException {
        return new TextSearchTemplate(
                row.name("schema", "name"), row.findText("init"), row.text("lexize"), row.attributes());
    }
}
