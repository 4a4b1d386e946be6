package io.schemactl.catalog.read;

import io.schemactl.catalog.Language;
import java.sql.SQLException;

/** Rows of {@code languages.sql}. */
final class LanguageRows {

    static final Query<Language> QUERY = Query.of("languages", LanguageRows::map);

    private LanguageRows() {}

    private static Language map(Row row) throws SQLException {
        return new Language(
                row.identifier("name"),
                row.flag("trusted"),
                row.text("handler"),
                row.findText("inline"),
                row.findText("validator"),
                row.attributes());
    }
}
