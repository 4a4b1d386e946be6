package io.schemactl.catalog.read;

import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Trigger;
import java.sql.SQLException;

/** Rows of {@code rules.sql}. */
final class RuleRows {

    static final Query<Rule> QUERY = Query.of("rules", RuleRows::map);

    private RuleRows() {}

    private static Rule map(Row row) throws SQLException {
        return new Rule(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.choice("state", Trigger.State.class),
                row.expression("definition"),
                row.attributes());
    }
}
