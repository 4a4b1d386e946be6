package io.schemactl.catalog.read;

import io.schemactl.catalog.Collation;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code collations.sql}. */
final class CollationRows {

    static final Query<Collation> QUERY = new Query<>("collations", List.of(15, 16, 17), CollationRows::map);

    private CollationRows() {}

    private static Collation map(Row row) throws SQLException {
        return new Collation(
                row.name("schema", "name"),
                row.choice("provider", Collation.Provider.class),
                row.findText("locale"),
                row.findText("lcCollate"),
                row.findText("lcCtype"),
                row.findText("rules"),
                row.flag("nondeterministic"),
                row.attributes());
    }
}
