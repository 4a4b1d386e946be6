package io.schemactl.catalog.read;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.ForeignKey;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code foreign-keys.sql}. */
final class ForeignKeyRows {

    static final Query<ForeignKey> QUERY = new Query<>("foreign-keys", List.of(15, 18), ForeignKeyRows::map);

    private ForeignKeyRows() {}

    private static ForeignKey map(Row row) throws SQLException {
        return new ForeignKey(
                row.name("schema", "relation"),
                row.identifier("name"),
                row.identifiers("columns"),
                row.name("referencedSchema", "referenced"),
                row.identifiers("referencedColumns"),
                row.choice("onUpdate", ForeignKey.Action.class),
                row.choice("onDelete", ForeignKey.Action.class),
                row.identifiers("onDeleteColumns"),
                row.choice("match", ForeignKey.Match.class),
                row.flag("period"),
                row.choice("deferral", Deferral.class),
                Standings.map(row),
                row.attributes());
    }
}
