package io.schemactl.catalog.read;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.KeyConstraint;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code key-constraints.sql}. */
final class KeyConstraintRows {

    static final Query<KeyConstraint> QUERY = new Query<>("key-constraints", List.of(15, 18), KeyConstraintRows::map);

    private KeyConstraintRows() {}

    private static KeyConstraint map(Row row) throws SQLException {
        return new KeyConstraint(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.flag("primary"),
                row.identifiers("columns"),
                row.identifiers("include"),
                row.flag("nullsNotDistinct"),
                row.flag("withoutOverlaps"),
                row.choice("deferral", Deferral.class),
                Standings.map(row),
                row.attributes());
    }
}
