package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Literal;
import java.util.List;
import java.util.TreeMap;

/**
 * Indexes that a failed {@code CREATE INDEX CONCURRENTLY} left behind. No command makes such an index, but a superuser can mark one that
 * was built as if it had failed; see <a href="https://www.postgresql.org/docs/current/catalog-pg-index.html">pg_index</a>.
 */
final class InvalidIndexes {

    private static final Index.State WHOLE = new Index.State(true, true);

    private final Catalog catalog;

    InvalidIndexes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A reading in which none has failed. */
    static Reading built(Reading reading) {
        var indexes = new InvalidIndexes(reading.catalog());
        var objects = new TreeMap<>(reading.catalog().objects());
        objects.replaceAll((key, object) -> indexes.built(object));
        return new Reading(
                new Catalog(objects, reading.catalog().owner()),
                reading.dependencies(),
                reading.unseen(),
                reading.majorVersion());
    }

    /** The statements that mark those that have failed. */
    List<String> marking() {
        return catalog.all(Index.class)
                .filter(index -> !index.state().equals(WHOLE))
                .map(index ->
                        "UPDATE pg_catalog.pg_index SET indisvalid = %b, indisready = %b WHERE indexrelid = %s::pg_catalog.regclass"
                                .formatted(
                                        index.state().valid(),
                                        index.state().ready(),
                                        Literal.of(index.qualifiedName().quoted())))
                .toList();
    }

    private CatalogObject built(CatalogObject object) {
        return object instanceof Index index && !index.state().equals(WHOLE) && !isPartitioned(index)
                ? new Index(
                        index.relation(),
                        index.name(),
                        index.method(),
                        index.keys(),
                        index.include(),
                        index.predicate(),
                        index.uniqueness(),
                        WHOLE,
                        index.storage(),
                        index.constraint(),
                        index.parent(),
                        index.definition(),
                        index.attributes())
                : object;
    }

    /** A partitioned index is invalid as long as a partition lacks its own, which is no failure. */
    private boolean isPartitioned(Index index) {
        return catalog.findTable(index.relation())
                .filter(table -> table.form() == Table.Form.PARTITIONED)
                .isPresent();
    }
}
