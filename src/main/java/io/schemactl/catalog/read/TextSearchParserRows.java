package io.schemactl.catalog.read;

import io.schemactl.catalog.TextSearchParser;
import java.sql.SQLException;

/** Rows of {@code text-search-parsers.sql}. */
final class TextSearchParserRows {

    static final Query<TextSearchParser> QUERY = Query.of("text-search-parsers", TextSearchParserRows::map);

    private TextSearchParserRows() {}

    private static TextSearchParser map(Row row) throws SQLException {
        return new TextSearchParser(
                row.name("schema", "name"),
                row.text("start"),
                row.text("token"),
                row.text("end"),
                row.findText("headline"),
                row.text("tokenTypes"),
                row.attributes());
    }
}
