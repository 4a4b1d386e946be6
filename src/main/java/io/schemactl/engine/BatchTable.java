package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.engine.changelog.Batch;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Literal;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table whose rows a batch counts off, as the server knows it.
 *
 * @param batch the batch
 * @param keyType the key's type
 * @param rows how many rows the server believes that there are; null if it does not know
 */
record BatchTable(Batch batch, String keyType, @Nullable Long rows) {

    /** A row for the key: its type, and whether ranges of it can be found fast and hold every row. */
    private static final String FACTS = """
            SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
                   -- From 18 on, a NOT NULL that was not validated lets old rows be null.
                   a.attnotnull AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS n
                                                 WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey = ARRAY[a.attnum]
                                                   AND NOT n.convalidated) AS not_null,
                   y.typcategory NOT IN ('A', 'C', 'P') AND y.typname NOT IN ('json', 'jsonb') AS single,
                   EXISTS (SELECT 1 FROM pg_catalog.pg_index AS i
                             JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
                             JOIN pg_catalog.pg_am AS m ON m.oid = ic.relam AND m.amname = 'btree'
                             JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[0] AND o.opcdefault
                            WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indpred IS NULL AND i.indisvalid
                              AND i.indcollation[0] = a.attcollation) AS indexed,
                   -- Otherwise > and <= could mean those of another type, whose order is another.
                   EXISTS (SELECT 1 FROM pg_catalog.pg_index AS i
                             JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[0]
                             JOIN pg_catalog.pg_amop AS s ON s.amopfamily = o.opcfamily AND s.amopstrategy = 5
                              AND s.amoplefttype = o.opcintype AND s.amoprighttype = o.opcintype
                            WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum
                              AND pg_catalog.pg_operator_is_visible(s.amopopr)) AS compared,
                   CASE WHEN c.relkind = 'p'
                        THEN (SELECT sum(greatest(l.reltuples, 0)) FROM pg_catalog.pg_partition_tree(c.oid) AS t
                                JOIN pg_catalog.pg_class AS l ON l.oid = t.relid WHERE t.isleaf)
                        ELSE c.reltuples END::bigint AS rows
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type AS y ON y.oid = a.atttypid
             WHERE c.oid = pg_catalog.to_regclass(?) AND a.attname = ?""";

    private record Facts(
            String type, boolean isSingle, boolean isNotNull, boolean isIndexed, boolean isCompared, long rows) {}

    /**
     * The table of a batch.
     *
     * @throws ProblemException if there is no such table or column, or ranges of the column do not serve
     */
    static BatchTable find(WorkConnection connection, Step.Batches step) throws SQLException {
        Batch batch = step.batch();
        Optional<Facts> found = connection.queryOne(
                FACTS,
                row -> new Facts(
                        row.getString("type"),
                        row.getBoolean("single"),
                        row.getBoolean("not_null"),
                        row.getBoolean("indexed"),
                        row.getBoolean("compared"),
                        row.getLong("rows")),
                batch.table().quoted(),
                batch.key().last().name());
        Facts facts = found.orElseThrow(() -> refused(
                step,
                "there is no table %s with a column %s"
                        .formatted(batch.table(), batch.key().last()),
                "name the table and its key in `%s`".formatted(Batch.ATTRIBUTE)));
        requireRanges(step, facts);
        return new BatchTable(batch, facts.type(), facts.rows() <= 0 ? null : facts.rows());
    }

    private static void requireRanges(Step.Batches step, Facts facts) {
        Batch batch = step.batch();
        if (!facts.isSingle()) {
            throw refused(
                    step,
                    "the key %s of %s has the type %s, whose values consist of others"
                            .formatted(batch.key().last(), batch.table(), facts.type()),
                    "take a key that is a number, a text, a UUID or a time");
        }
        if (!facts.isIndexed()) {
            throw refused(
                    step,
                    "%s has no B-tree index that begins with %s"
                            .formatted(batch.table(), batch.key().last()),
                    "take another key, such as the primary key, or build an index in a change set before");
        }
        if (!facts.isNotNull()) {
            throw refused(
                    step,
                    "the key %s of %s may be null, and no range holds such rows"
                            .formatted(batch.key().last(), batch.table()),
                    "take a key that is NOT NULL for all rows");
        }
        if (!facts.isCompared()) {
            throw refused(
                    step,
                    "the key %s of %s has the type %s, whose operators are not on the search path"
                            .formatted(batch.key().last(), batch.table(), facts.type()),
                    "take another key, or put the type's schema on the search path of the role or the database");
        }
    }

    private static ProblemException refused(Step step, String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.CHANGELOG, message)
                .at(step.position())
                .state("nothing of it was begun")
                .fix(fix));
    }

    /**
     * The last key of the range that follows on a key; empty if the range is the last one.
     *
     * @param from the key; null if there is no range before
     */
    Optional<String> nextBoundary(WorkConnection connection, @Nullable String from) throws SQLException {
        String key = batch.key().last().quoted();
        String beyond = from == null ? "" : " WHERE %s > %s".formatted(key, constant(from));
        // As JSON prints it, a value does not depend on the session's settings for dates and times.
        return connection.queryOne(
                "SELECT pg_catalog.to_json(%s) #>> '{}' FROM %s%s ORDER BY %s OFFSET %d LIMIT 1"
                        .formatted(key, batch.table().quoted(), beyond, key, batch.size() - 1),
                row -> row.getString(1));
    }

    /** What is true of the keys between two. */
    String range(@Nullable String from, @Nullable String to) {
        String key = batch.key().quoted();
        String above = from == null ? null : "%s > %s".formatted(key, constant(from));
        String below = to == null ? null : "%s <= %s".formatted(key, constant(to));
        if (above == null) {
            return below == null ? "true" : "(" + below + ")";
        }
        return below == null ? "(" + above + ")" : "(%s AND %s)".formatted(above, below);
    }

    private String constant(String value) {
        return Literal.of(value) + "::" + keyType;
    }
}
