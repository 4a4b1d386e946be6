package io.schemactl.catalog.read;

import io.schemactl.catalog.Policy;
import java.sql.SQLException;

/** Rows of {@code policies.sql}. */
final class PolicyRows {

    static final Query<Policy> QUERY = Query.of("policies", PolicyRows::map);

    private PolicyRows() {}

    private static Policy map(Row row) throws SQLException {
        return new Policy(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.flag("permissive"),
                row.text("command"),
                row.list("roles"),
                row.findExpression("using"),
                row.findExpression("check"),
                row.attributes());
    }
}
