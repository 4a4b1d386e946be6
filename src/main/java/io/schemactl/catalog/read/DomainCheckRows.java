package io.schemactl.catalog.read;

import io.schemactl.catalog.Domain;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;

/** Rows of {@code domain-checks.sql}. */
record DomainCheckRows(QualifiedName domain, Domain.Check check) {

    static final Query<DomainCheckRows> QUERY = Query.of("domain-checks", DomainCheckRows::map);

    private static DomainCheckRows map(Row row) throws SQLException {
        var check = new Domain.Check(
                row.identifier("name"), row.expression("expression"), row.flag("validated"), row.comment());
        return new DomainCheckRows(row.name("schema", "domain"), check);
    }
}
