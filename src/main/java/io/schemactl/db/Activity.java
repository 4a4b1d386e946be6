package io.schemactl.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads who is connected and who waits for whom (views pg_locks and pg_stat_activity, functions of section 9.27). */
final class Activity {

    private static final String COLUMNS = """
            SELECT a.pid, coalesce(a.usename, '') AS user_name, coalesce(a.application_name, '') AS application,
                   pg_catalog.host(a.client_addr) AS address, coalesce(a.state, 'connected') AS state,
                   extract(epoch FROM pg_catalog.clock_timestamp()
                       - coalesce(a.xact_start, a.backend_start, pg_catalog.clock_timestamp())) AS seconds,
                   nullif(a.query, '<insufficient privilege>') AS query
              FROM pg_catalog.pg_stat_activity a
            """;

    /** What the views pg_stat_progress_… (section 28.4) say of a session; counted in blocks, or in rows where there are none. */
    private static final String PROGRESS = """
            SELECT p.phase, p.done, p.total
              FROM (SELECT pid, phase, CASE WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END AS done,
                           CASE WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END AS total
                      FROM pg_catalog.pg_stat_progress_create_index
                    UNION ALL
                    SELECT pid, phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_cluster
                    UNION ALL
                    SELECT pid, phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_vacuum
                    UNION ALL
                    SELECT pid, phase, sample_blks_scanned, sample_blks_total FROM pg_catalog.pg_stat_progress_analyze) AS p
             WHERE p.pid = ? AND p.phase IS NOT NULL
            """;

    private Activity() {}

    /** How far the running statement of a session is, in the server's words; empty where it does not tell. */
    static Optional<String> progressOf(WorkConnection observer, int backend) throws SQLException {
        return observer.queryOne(PROGRESS, Activity::progress, backend);
    }

    private static String progress(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        String share = total > 0 ? ", %d %%".formatted(Math.min(100, row.getLong("done") * 100 / total)) : "";
        return row.getString("phase") + share;
    }

    /** Prepared transactions that hold on a table what a session waits for; the row of their own id says which they are. */
    private static final String PREPARED = """
            SELECT p.gid, p.owner,
                   extract(epoch FROM pg_catalog.clock_timestamp() - p.prepared) AS seconds
              FROM pg_catalog.pg_prepared_xacts AS p
             WHERE EXISTS (
                   SELECT FROM pg_catalog.pg_locks AS o
                     JOIN pg_catalog.pg_locks AS h
                       ON h.pid IS NULL AND h.granted AND h.virtualtransaction = o.virtualtransaction
                     JOIN pg_catalog.pg_locks AS w
                       ON w.locktype = h.locktype
                      AND (w.database, w.relation, w.transactionid) IS NOT DISTINCT FROM (h.database, h.relation, h.transactionid)
                    WHERE o.pid IS NULL AND o.locktype = 'transactionid' AND o.transactionid = p.transaction
                      AND w.pid = ? AND NOT w.granted AND 0 = ANY (pg_catalog.pg_blocking_pids(w.pid)))
             ORDER BY p.gid
            """;

    /** The prepared transactions that a session waits for at this moment, each in words. */
    static List<String> preparedBlockersOf(WorkConnection observer, int backend) throws SQLException {
        return observer.query(
                PREPARED,
                row -> "prepared transaction %s, user %s, for %s, until COMMIT PREPARED or ROLLBACK PREPARED"
                        .formatted(
                                row.getString("gid"), row.getString("owner"), LockHolder.words(Duration.ofMillis((long)
                                        (row.getDouble("seconds") * 1000)))),
                backend);
    }

    /** The sessions that a session waits for at this moment. */
    static List<LockHolder> blockersOf(WorkConnection observer, int backend) throws SQLException {
        return observer.query(
                COLUMNS + "WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(?)) ORDER BY a.pid",
                Activity::holder,
                backend);
    }

    /** The session that holds an advisory lock of two keys in the current database. */
    static List<LockHolder> holdersOf(WorkConnection connection, int classId, int objectId) throws SQLException {
        return connection.query(
                COLUMNS + """
                          WHERE a.pid IN (
                              SELECT l.pid FROM pg_catalog.pg_locks l
                               WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                                 AND l.classid::bigint = ? AND l.objid::bigint = ?
                                 AND l.database = (SELECT oid FROM pg_catalog.pg_database
                                                    WHERE datname = pg_catalog.current_database()))
                          ORDER BY a.pid
                          """, Activity::holder, Integer.toUnsignedLong(classId), Integer.toUnsignedLong(objectId));
    }

    /** The sessions that hold advisory locks of a class in the current database. */
    static List<LockHolder> holdersOf(WorkConnection connection, int classId) throws SQLException {
        return connection.query(COLUMNS + """
                          WHERE a.pid IN (
                              SELECT l.pid FROM pg_catalog.pg_locks l
                               WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                                 AND l.classid::bigint = ?
                                 AND l.database = (SELECT oid FROM pg_catalog.pg_database
                                                    WHERE datname = pg_catalog.current_database()))
                          ORDER BY a.pid
                          """, Activity::holder, Integer.toUnsignedLong(classId));
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        return new LockHolder(
                row.getInt("pid"),
                row.getString("user_name"),
                row.getString("application"),
                row.getString("address"),
                row.getString("state"),
                Duration.ofMillis((long) (row.getDouble("seconds") * 1000)),
                row.getString("query"));
    }
}
