package io.schemactl.catalog.read;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.Map;

/** Rows of {@code routines.sql}. */
final class RoutineRows {

    private RoutineRows() {}

    static Query<Routine> query(Map<ObjectKey, Options> aggregates) {
        return Query.of("routines", row -> map(row, aggregates));
    }

    private static Routine map(Row row, Map<ObjectKey, Options> aggregates) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        String arguments = row.expression("arguments");
        return new Routine(
                name,
                arguments,
                row.choice("form", Routine.Form.class),
                row.expression("signature"),
                row.findText("result"),
                row.text("language"),
                traits(row),
                row.flag("sqlBody") ? row.findExpression("body") : row.findText("body"),
                implementation(row),
                row.list("settings"),
                aggregates.getOrDefault(ObjectKey.ofRoutine(name, arguments), Options.none()),
                row.attributes());
    }

    private static Routine.Traits traits(Row row) throws SQLException {
        return new Routine.Traits(
                row.choice("volatility", Routine.Volatility.class),
                row.flag("definer"),
                row.flag("strict"),
                row.flag("leakproof"),
                row.choice("parallel", Routine.Parallel.class),
                row.real("cost"),
                row.real("rows"));
    }

    private static Routine.Implementation implementation(Row row) throws SQLException {
        return new Routine.Implementation(
                row.flag("sqlBody"),
                row.findText("objectFile"),
                row.findName("supportSchema", "support"),
                row.list("transforms"));
    }
}
