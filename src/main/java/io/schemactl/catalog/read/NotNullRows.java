package io.schemactl.catalog.read;

import io.schemactl.catalog.NotNullConstraint;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code not-nulls-18.sql}. */
final class NotNullRows {

    /** The first version that keeps not-null constraints of tables. */
    static final int SINCE = 18;

    static final Query<NotNullConstraint> QUERY = new Query<>("not-nulls", List.of(SINCE), NotNullRows::map);

    private NotNullRows() {}

    private static NotNullConstraint map(Row row) throws SQLException {
        return new NotNullConstraint(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.identifier("column"),
                row.flag("noInherit"),
                Standings.map(row),
                row.attributes());
    }
}
