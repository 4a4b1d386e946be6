package io.schemactl.catalog.read;

import io.schemactl.catalog.CheckConstraint;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code checks.sql}. */
final class CheckRows {

    static final Query<CheckConstraint> QUERY = new Query<>("checks", List.of(18), CheckRows::map);

    private CheckRows() {}

    private static CheckConstraint map(Row row) throws SQLException {
        return new CheckConstraint(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.expression("expression"),
                row.flag("noInherit"),
                Standings.map(row),
                row.attributes());
    }
}
