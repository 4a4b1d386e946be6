package io.schemactl.catalog.read;

import io.schemactl.catalog.Cast;
import java.sql.SQLException;

/** Rows of {@code casts.sql}. */
final class CastRows {

    static final Query<Cast> QUERY = Query.of("casts", CastRows::map);

    private CastRows() {}

    private static Cast map(Row row) throws SQLException {
        return new Cast(
                row.text("source"),
                row.text("target"),
                row.choice("method", Cast.Method.class),
                row.findText("function"),
                row.choice("context", Cast.Context.class),
                row.attributes());
    }
}
