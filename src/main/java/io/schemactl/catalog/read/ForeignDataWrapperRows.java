package io.schemactl.catalog.read;

import io.schemactl.catalog.ForeignDataWrapper;
import java.sql.SQLException;

/** Rows of {@code foreign-data-wrappers.sql}. */
final class ForeignDataWrapperRows {

    static final Query<ForeignDataWrapper> QUERY = Query.of("foreign-data-wrappers", ForeignDataWrapperRows::map);

    private ForeignDataWrapperRows() {}

    private static ForeignDataWrapper map(Row row) throws SQLException {
        return new ForeignDataWrapper(
                row.identifier("name"),
                row.findName("handlerSchema", "handler"),
                row.findName("validatorSchema", "validator"),
                row.options("options"),
                row.attributes());
    }
}
