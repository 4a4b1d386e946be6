package io.schemactl.catalog.read;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.ExclusionConstraint;
import java.sql.SQLException;

/** Rows of {@code exclusions.sql}. */
final class ExclusionRows {

    static final Query<ExclusionConstraint> QUERY = Query.of("exclusions", ExclusionRows::map);

    private ExclusionRows() {}

    private static ExclusionConstraint map(Row row) throws SQLException {
        return new ExclusionConstraint(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.expression("definition"),
                row.choice("deferral", Deferral.class),
                Standings.map(row),
                row.attributes());
    }
}
