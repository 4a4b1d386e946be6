package io.schemactl.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees that the server can use an index for a query.
 *
 * <p>A table of a few rows is read whole whatever its indexes, so that sequential scans are switched off.
 *
 * @param index the index; of a partitioned one, any of its partitions will do
 */
record IndexChecker(QualifiedName index) implements Checker {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The names of an index and of its partitions. */
    private static final String NAMES = """
            WITH RECURSIVE tree AS (
              SELECT c.oid, c.relname FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
               WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('i', 'I')
              UNION ALL
              SELECT c.oid, c.relname FROM tree AS t
                JOIN pg_catalog.pg_inherits AS i ON i.inhparent = t.oid
                JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid)
            SELECT t.relname FROM tree AS t
            """;

    @Override
    public TestKind kind() {
        return TestKind.USES_INDEX;
    }

    @Override
    public String expected() {
        return "a plan with index " + index.name();
    }

    @Override
    public TestOutcome check(WorkConnection connection, String sql) throws SQLException {
        List<String> names = connection.query(
                NAMES,
                row -> row.getString(1),
                index.schema().name(),
                index.name().name());
        connection.execute("SET LOCAL enable_seqscan = off");
        String plan = String.join("\n", lines(connection, sent(sql)));
        Set<String> used = indexes(String.join("\n", lines(connection, "EXPLAIN (FORMAT JSON) " + sql)));
        String actual = used.isEmpty() ? "a plan without an index" : "a plan with index " + String.join(", ", used);
        return TestOutcome.of(!Collections.disjoint(names, used), expected(), actual)
                .differing(names.isEmpty() ? "there is no index %s".formatted(index) : null)
                .planned(plan);
    }

    @Override
    public String sent(String sql) {
        return "EXPLAIN (COSTS OFF) " + sql;
    }

    private static List<String> lines(WorkConnection connection, String sql) throws SQLException {
        return connection.ask(sql).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static Set<String> indexes(String plan) {
        try {
            return new LinkedHashSet<>(JSON.readTree(plan).findValuesAsText("Index Name"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server's plan is not JSON", e);
        }
    }
}
