package io.schemactl.catalog.read;

import io.schemactl.catalog.RangeType;
import java.sql.SQLException;

/** Rows of {@code range-types.sql}. */
final class RangeTypeRows {

    static final Query<RangeType> QUERY = Query.of("range-types", RangeTypeRows::map);

    private RangeTypeRows() {}

    private static RangeType map(Row row) throws SQLException {
        return new RangeType(
                row.name("schema", "name"),
                row.text("subtype"),
                row.findName("operatorClassSchema", "operatorClass"),
                row.findName("collationSchema", "collation"),
                row.findText("canonical"),
                row.findText("difference"),
                row.name("multirangeSchema", "multirange"),
                row.commentOn(Address.PG_TYPE, "multirangeId"),
                row.attributes());
    }
}
