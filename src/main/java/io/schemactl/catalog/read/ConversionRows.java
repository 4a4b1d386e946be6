package io.schemactl.catalog.read;

import io.schemactl.catalog.Conversion;
import java.sql.SQLException;

/** Rows of {@code conversions.sql}. */
final class ConversionRows {

    static final Query<Conversion> QUERY = Query.of("conversions", ConversionRows::map);

    private ConversionRows() {}

    private static Conversion map(Row row) throws SQLException {
        return new Conversion(
                row.name("schema", "name"),
                row.text("source"),
                row.text("target"),
                row.text("function"),
                row.flag("byDefault"),
                row.attributes());
    }
}
