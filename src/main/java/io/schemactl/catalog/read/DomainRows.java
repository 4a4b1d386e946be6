package io.schemactl.catalog.read;

import io.schemactl.catalog.Domain;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of {@code domains.sql}. */
final class DomainRows {

    private DomainRows() {}

    static Query<Domain> query(Map<QualifiedName, List<Domain.Check>> checks) {
        return Query.of("domains", row -> map(row, checks));
    }

    private static Domain map(Row row, Map<QualifiedName, List<Domain.Check>> checks) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new Domain(
                name,
                row.text("type"),
                row.findName("collationSchema", "collation"),
                row.flag("notNull"),
                row.findText("defaultExpression"),
                checks.getOrDefault(name, List.of()),
                row.attributes());
    }
}
