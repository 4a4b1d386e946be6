package io.schemactl.catalog.read;

import io.schemactl.catalog.Constraint;
import java.sql.SQLException;

/** The columns that the queries of all constraints share. */
final class Standings {

    private Standings() {}

    static Constraint.Standing map(Row row) throws SQLException {
        return new Constraint.Standing(
                row.flag("validated"), row.flag("enforced"), row.flag("triggersEnabled"), row.flag("inherited"));
    }
}
