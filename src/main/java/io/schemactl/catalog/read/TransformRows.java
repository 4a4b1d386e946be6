package io.schemactl.catalog.read;

import io.schemactl.catalog.Transform;
import java.sql.SQLException;

/** Rows of {@code transforms.sql}. */
final class TransformRows {

    static final Query<Transform> QUERY = Query.of("transforms", TransformRows::map);

    private TransformRows() {}

    private static Transform map(Row row) throws SQLException {
        return new Transform(
                row.text("type"),
                row.identifier("language"),
                row.findText("fromSql"),
                row.findText("toSql"),
                row.attributes());
    }
}
