package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.UserMapping;
import java.sql.SQLException;

/** Rows of {@code user-mappings.sql}. */
final class UserMappingRows {

    static final Query<UserMapping> QUERY = Query.of("user-mappings", UserMappingRows::map);

    private UserMappingRows() {}

    private static UserMapping map(Row row) throws SQLException {
        return new UserMapping(
                row.identifier("role"),
                row.identifier("server"),
                row.list("optionNames"),
                row.flag("optionsHidden"),
                Attributes.none());
    }
}
