package io.schemactl.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

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

    private Activity() {}

    /** The sessions that a session waits for now. */
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
