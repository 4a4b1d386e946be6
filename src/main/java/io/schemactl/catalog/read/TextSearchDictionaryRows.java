package io.schemactl.catalog.read;

import io.schemactl.catalog.TextSearchDictionary;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of {@code text-search-dictionaries.sql}. */
final class TextSearchDictionaryRows {

    static final Query<TextSearchDictionary> QUERY =
            Query.of("text-search-dictionaries", TextSearchDictionaryRows::map);

    /** An option as PostgreSQL prints it: quotes in names and values are doubled, and so are backslashes. */
    private static final Pattern OPTION = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^,\"'])+");

    private TextSearchDictionaryRows() {}

    private static TextSearchDictionary map(Row row) throws SQLException {
        return new TextSearchDictionary(
                row.name("schema", "name"),
                row.name("templateSchema", "template"),
                options(row.findText("options")),
                row.attributes());
    }

    static List<String> options(@Nullable String text) {
        return text == null
                ? List.of()
                : OPTION.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(String::strip)
                        .toList();
    }
}
