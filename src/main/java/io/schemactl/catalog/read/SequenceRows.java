package io.schemactl.catalog.read;

import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Sequence;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of {@code sequences.sql}. */
final class SequenceRows {

    static final Query<Sequence> QUERY = Query.of("sequences", SequenceRows::map);

    private SequenceRows() {}

    private static Sequence map(Row row) throws SQLException {
        return new Sequence(
                row.name("schema", "name"),
                row.choice("persistence", Persistence.class),
                row.text("type"),
                row.number("start"),
                row.number("increment"),
                row.number("minimum"),
                row.number("maximum"),
                row.number("cache"),
                row.flag("cycle"),
                owner(row),
                row.attributes());
    }

    private static Sequence.@Nullable Owner owner(Row row) throws SQLException {
        var relation = row.findName("ownerSchema", "ownerRelation");
        return relation == null
                ? null
                : new Sequence.Owner(relation, row.identifier("ownerColumn"), row.flag("ownerIdentity"));
    }
}
