package io.schemactl.catalog.read;

import io.schemactl.catalog.Column;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of {@code columns.sql}. */
record ColumnRows(QualifiedName relation, Column column) {

    static final Query<ColumnRows> QUERY = Query.of("columns", ColumnRows::map);

    private static ColumnRows map(Row row) throws SQLException {
        String expression = row.findExpression("expression");
        Column.Generated generated = generated(row, expression);
        var column = new Column(
                row.identifier("name"),
                row.text("type"),
                row.findName("collationSchema", "collation"),
                row.flag("notNull"),
                generated == null ? expression : null,
                row.findChoice("identity", Column.Identity.class),
                generated,
                storage(row),
                row.flag("inherited"),
                row.attributes());
        return new ColumnRows(row.name("schema", "relation"), column);
    }

    private static Column.@Nullable Generated generated(Row row, @Nullable String expression) throws SQLException {
        String kind = row.findText("generated");
        return kind == null || expression == null ? null : new Column.Generated(expression, kind.equals("s"));
    }

    private static Column.Storage storage(Row row) throws SQLException {
        return new Column.Storage(
                row.findText("strategy"),
                row.findText("compression"),
                row.findNumber("statistics"),
                row.options("options"),
                row.options("foreignOptions"));
    }
}
