package io.schemactl.catalog.read;

import io.schemactl.catalog.AccessMethod;
import java.sql.SQLException;

/** Rows of {@code access-methods.sql}. */
final class AccessMethodRows {

    static final Query<AccessMethod> QUERY = Query.of("access-methods", AccessMethodRows::map);

    private AccessMethodRows() {}

    private static AccessMethod map(Row row) throws SQLException {
        return new AccessMethod(
                row.identifier("name"),
                row.choice("form", AccessMethod.Form.class),
                row.text("handler"),
                row.attributes());
    }
}
