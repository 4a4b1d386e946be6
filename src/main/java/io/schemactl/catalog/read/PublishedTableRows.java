package io.schemactl.catalog.read;

import io.schemactl.catalog.Publication.PublishedTable;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code published-tables.sql}. */
record PublishedTableRows(Identifier publication, PublishedTable table) {

    static final Query<PublishedTableRows> QUERY =
            new Query<>("published-tables", List.of(15), PublishedTableRows::map);

    private static PublishedTableRows map(Row row) throws SQLException {
        return new PublishedTableRows(
                row.identifier("publication"),
                new PublishedTable(
                        row.name("schema", "name"), row.identifiers("columns"), row.findExpression("rowFilter")));
    }
}
