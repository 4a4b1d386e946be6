package io.schemactl.catalog.read;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of {@code composite-types.sql}. */
final class CompositeTypeRows {

    private CompositeTypeRows() {}

    static Query<CompositeType> query(Map<QualifiedName, List<Column>> columns) {
        return Query.of("composite-types", row -> map(row, columns));
    }

    private static CompositeType map(Row row, Map<QualifiedName, List<Column>> columns) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        return new CompositeType(name, columns.getOrDefault(name, List.of()), row.attributes());
    }
}
