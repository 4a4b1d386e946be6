package io.schemactl.catalog.read;

import io.schemactl.catalog.BaseType;
import java.sql.SQLException;

/** Rows of {@code base-types.sql}. */
final class BaseTypeRows {

    static final Query<BaseType> QUERY = Query.of("base-types", BaseTypeRows::map);

    private BaseTypeRows() {}

    private static BaseType map(Row row) throws SQLException {
        return new BaseType(row.name("schema", "name"), row.flag("defined") ? definition(row) : null, row.attributes());
    }

    private static BaseType.Definition definition(Row row) throws SQLException {
        return new BaseType.Definition(
                functions(row),
                new BaseType.Layout(
                        row.findNumber("length"),
                        row.flag("passedByValue"),
                        row.text("alignment"),
                        row.text("storage")),
                row.text("category"),
                row.flag("preferred"),
                row.findText("defaultValue"),
                row.findText("element"),
                row.text("delimiter"),
                row.flag("collatable"));
    }

    private static BaseType.Functions functions(Row row) throws SQLException {
        return new BaseType.Functions(
                row.text("input"),
                row.text("output"),
                row.findText("receive"),
                row.findText("send"),
                row.findText("typmodIn"),
                row.findText("typmodOut"),
                row.findText("analyze"),
                row.findText("subscript"));
    }
}
