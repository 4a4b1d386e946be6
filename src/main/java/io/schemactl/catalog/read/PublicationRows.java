package io.schemactl.catalog.read;

import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Trigger;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of {@code publications.sql}. */
final class PublicationRows {

    private PublicationRows() {}

    static Query<Publication> query(Map<Identifier, List<Publication.PublishedTable>> tables) {
        return new Query<>("publications", List.of(15, 18), row -> map(row, tables));
    }

    private static Publication map(Row row, Map<Identifier, List<Publication.PublishedTable>> tables)
            throws SQLException {
        Identifier name = row.identifier("name");
        return new Publication(
                name,
                row.flag("allTables"),
                tables.getOrDefault(name, List.of()),
                row.identifiers("schemas"),
                row.list("publish").stream().map(Trigger.Event::valueOf).collect(Collectors.toSet()),
                row.flag("viaRoot"),
                row.flag("storedGeneratedColumns"),
                row.attributes());
    }
}
