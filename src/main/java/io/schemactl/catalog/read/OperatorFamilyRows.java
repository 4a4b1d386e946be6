package io.schemactl.catalog.read;

import io.schemactl.catalog.OperatorFamily;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;

/** Rows of {@code operator-families.sql}. */
final class OperatorFamilyRows {

    private OperatorFamilyRows() {}

    static Query<OperatorFamily> query(Members members) {
        return Query.of("operator-families", row -> map(row, members));
    }

    private static OperatorFamily map(Row row, Members members) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        Identifier method = row.identifier("method");
        var key = OperatorFamily.key(name, method);
        return new OperatorFamily(name, method, members.operators(key), members.functions(key), row.attributes());
    }
}
