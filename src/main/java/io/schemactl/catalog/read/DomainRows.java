package io.schemactl.catalog.read;

import io.schemactl.catalog.Domain;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code domains.sql}. */
final class DomainRows {

    private DomainRows() {}

    static Query<Domain> query(Map<QualifiedName, List<Domain.Check>> checks) {
        return new Query<>("domains", List.of(17), row -> map(row, checks));
    }

    private static Domain map(Row row, Map<QualifiedName, List<Domain.Check>> checks) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new Domain(
                name,
                row.text("type"),
                row.findName("collationSchema", "collation"),
                row.flag("notNull"),
                notNull(row),
                row.findExpression("defaultExpression"),
                checks.getOrDefault(name, List.of()),
                row.attributes());
    }

    private static Domain.@Nullable NotNull notNull(Row row) throws SQLException {
        String comment = row.commentOn(Address.PG_CONSTRAINT, "notNullId");
        Identifier name = row.findIdentifier("notNullName");
        return name == null || (comment == null && !row.flag("notNullNamed"))
                ? null
                : new Domain.NotNull(name, comment);
    }
}
