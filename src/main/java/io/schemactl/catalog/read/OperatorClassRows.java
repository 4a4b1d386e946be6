package io.schemactl.catalog.read;

import io.schemactl.catalog.OperatorClass;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;

/** Rows of {@code operator-classes.sql}. */
final class OperatorClassRows {

    private OperatorClassRows() {}

    static Query<OperatorClass> query(Members members) {
        return Query.of("operator-classes", row -> map(row, members));
    }

    private static OperatorClass map(Row row, Members members) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        Identifier method = row.identifier("method");
        var key = OperatorClass.key(name, method);
        return new OperatorClass(
                name,
                method,
                row.text("type"),
                row.flag("byDefault"),
                row.name("familySchema", "family"),
                row.findText("storage"),
                members.operators(key),
                members.functions(key),
                row.attributes());
    }
}
