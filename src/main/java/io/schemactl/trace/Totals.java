package io.schemactl.trace;

import io.schemactl.db.WorkConnection;
import io.schemactl.trace.Look.Counts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How often the rows of tables have been read and written by all transactions so far: what a statement that runs alone did is not counted in a
 * transaction that anybody could ask afterwards.
 */
final class Totals {

    private static final String TOTALS = Look.text("totals.sql");

    private static final int FIRST_WITH_FLUSH = 150_000;

    /** Older servers let a session report at most twice a second, and read reports that are half a second old. */
    private static final Duration REPORT_INTERVAL = Duration.ofMillis(510);

    /** How long to wait for a report after that; it gets lost where the collector of reports has no room for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Reads a table as a whole that nobody else reads, whatever the planner is told: it has no index. */
    private static final String MARK = "SELECT sizing_id FROM information_schema.sql_sizing";

    private static final String MARKS =
            "SELECT pg_catalog.pg_stat_get_numscans('information_schema.sql_sizing'::pg_catalog.regclass)";

    private final WorkConnection connection;
    private final boolean canFlush;

    private Totals(WorkConnection connection, boolean canFlush) {
        this.connection = connection;
        this.canFlush = canFlush;
    }

    static Totals of(WorkConnection connection) throws SQLException {
        int version = connection
                .queryOne("SELECT pg_catalog.current_setting('server_version_num')::int", row -> row.getInt(1))
                .orElseThrow();
        return new Totals(connection, version >= FIRST_WITH_FLUSH);
    }

    /** The counts now, by table; the session must be outside of a transaction. */
    Map<Long, Counts> read() throws SQLException {
        report();
        var counts = new HashMap<Long, Counts>();
        connection
                .query(TOTALS, row -> Map.entry(row.getLong("id"), Look.counts(row)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Makes the session report what it has counted, and waits until the report can be read. */
    private void report() throws SQLException {
        if (canFlush) {
            connection.execute("SELECT pg_catalog.pg_stat_force_next_flush()");
            return;
        }
        long before = marks();
        pause(REPORT_INTERVAL);
        // It is reported with what was counted before it, or after that.
        connection.execute(MARK);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (marks() == before && System.nanoTime() < end) {
            pause(PAUSE);
        }
    }

    private long marks() throws SQLException {
        return connection.queryOne(MARKS, row -> row.getLong(1)).orElseThrow();
    }

    private void pause(Duration time) {
        try {
            connection.interruption().sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.interruption().request();
        }
    }
}
