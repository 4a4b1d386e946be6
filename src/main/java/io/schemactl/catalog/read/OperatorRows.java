package io.schemactl.catalog.read;

import io.schemactl.catalog.Operator;
import java.sql.SQLException;

/** Rows of {@code operators.sql}. */
final class OperatorRows {

    static final Query<Operator> QUERY = Query.of("operators", OperatorRows::map);

    private OperatorRows() {}

    private static Operator map(Row row) throws SQLException {
        return new Operator(
                row.name("schema", "name"),
                row.findText("left"),
                row.text("right"),
                row.findText("function"),
                row.findName("commutatorSchema", "commutator"),
                row.findName("negatorSchema", "negator"),
                row.findText("restrict"),
                row.findText("join"),
                row.flag("hashes"),
                row.flag("merges"),
                row.attributes());
    }
}
