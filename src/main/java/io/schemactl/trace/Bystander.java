package io.schemactl.trace;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A second session, which looks at the locks of a statement that cannot run in a transaction block.
 *
 * <p>Such a statement is over before anybody has looked, unless it waits for somebody. So the bystander stands in the way of all that hinders
 * others, on the tables that the statement names, or on all if it names none. When it has seen the statement wait, it makes way half, for what
 * waits only for readers and old snapshots later, and when that waits too, for good.
 */
public final class Bystander implements AutoCloseable {

    /** Opens a connection to the database of the statement. */
    @FunctionalInterface
    public interface Opening {
        /** A connection of its own. */
        WorkConnection open() throws SQLException;
    }

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** A statement that waits longer is let go, whatever it waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_TABLES = 500;

    private static final String BEFORE_LOCKS = "before_locks";

    private static final String NAMED = """
            SELECT DISTINCT n.nspname AS schema, t.relname AS name, t.relkind IN ('r', 'p') AS lockable
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
              JOIN pg_catalog.pg_class AS t ON t.oid = COALESCE(i.indrelid, c.oid)
             WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
               AND t.relkind IN ('r', 'p', 'm')
               AND (? OR pg_catalog.strpos(?, c.relname) > 0)
             ORDER BY 1, 2
             LIMIT ?
            """;

    private static final String LOCKS = """
            SELECT l.relation::bigint AS relation, pg_catalog.string_agg(DISTINCT l.mode, ',') AS modes
              FROM pg_catalog.pg_locks AS l
             WHERE l.pid = ? AND l.locktype = 'relation' AND l.relation IS NOT NULL
             GROUP BY l.relation
             ORDER BY l.relation
            """;

    private static final String WAITS = "SELECT 1 FROM pg_catalog.pg_locks AS l WHERE l.pid = ? AND NOT l.granted";

    private final WorkConnection connection;
    private @Nullable Watch watch;

    /** A bystander with a connection of its own. */
    Bystander(WorkConnection connection) {
        this.connection = connection;
    }

    /** Looks at what a session does from now on. */
    void watches(int backend, String sql) throws SQLException {
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
        List<Named> tables = connection.query(NAMED, Bystander::named, false, sql, MOST_TABLES);
        if (tables.isEmpty()) {
            tables = connection.query(NAMED, Bystander::named, true, sql, MOST_TABLES);
        }
        if (!tables.isEmpty()) {
            // Only a plan locks indexes too.
            connection.execute(tables.stream()
                    .map(table ->
                            "EXPLAIN SELECT FROM ONLY %s".formatted(table.name().quoted()))
                    .collect(Collectors.joining("; ")));
        }
        connection.execute("SAVEPOINT " + BEFORE_LOCKS);
        String lockable = tables.stream()
                .filter(Named::lockable)
                .map(table -> "ONLY " + table.name().quoted())
                .collect(Collectors.joining(", "));
        if (!lockable.isEmpty()) {
            connection.execute("LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE".formatted(lockable));
        }
        var begun = new Watch(connection, backend);
        watch = begun;
        begun.start();
    }

    private record Named(QualifiedName name, boolean lockable) {}

    private static Named named(ResultSet row) throws SQLException {
        return new Named(QualifiedName.of(row.getString("schema"), row.getString("name")), row.getBoolean("lockable"));
    }

    /** Stops looking at a statement that has failed. */
    void abandons() throws SQLException {
        Watch failed = watch;
        watch = null;
        if (failed != null) {
            failed.end();
        }
    }

    /** Stops looking: what was there before, with the locks that were seen on it since. */
    Map<Long, Look.Seen> seen(Look before) throws SQLException {
        Watch ended = watch;
        if (ended == null) {
            throw new IllegalStateException("nothing is watched");
        }
        watch = null;
        Map<Long, LockMode> locks = ended.end();
        var seen = new HashMap<Long, Look.Seen>();
        before.relations()
                .forEach((id, relation) ->
                        seen.put(id, locks.containsKey(id) ? relation.locked(locks.get(id)) : relation));
        return seen;
    }

    @Override
    public void close() throws SQLException {
        if (watch != null) {
            watch.end();
        }
        connection.close();
    }

    /** One statement being watched. */
    private static final class Watch extends Thread {

        private final WorkConnection connection;
        private final int backend;
        private final Map<Long, LockMode> locks = new HashMap<>();
        private final List<SQLException> failures = new ArrayList<>();
        private volatile boolean isOver;

        Watch(WorkConnection connection, int backend) {
            super("schemactl-bystander");
            this.connection = connection;
            this.backend = backend;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                long start = System.nanoTime();
                Deque<String> ways = new ArrayDeque<>(List.of("ROLLBACK TO SAVEPOINT " + BEFORE_LOCKS, "COMMIT"));
                while (!isOver) {
                    look();
                    boolean waits = !connection
                            .query(WAITS, row -> row.getInt(1), backend)
                            .isEmpty();
                    boolean isLate = System.nanoTime() - start > PATIENCE.toNanos();
                    if (!ways.isEmpty() && (waits || isLate)) {
                        look();
                        connection.execute(ways.remove());
                    }
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (SQLException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() throws SQLException {
            connection
                    .query(LOCKS, row -> Map.entry(row.getLong("relation"), row.getString("modes")), backend)
                    .forEach(row -> LockMode.strongest(row.getValue())
                            .ifPresent(mode -> locks.merge(
                                    row.getKey(), mode, (one, other) -> one.isAtLeast(other) ? one : other)));
        }

        Map<Long, LockMode> end() throws SQLException {
            isOver = true;
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (connection.isInTransaction()) {
                connection.rollback();
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            return locks;
        }
    }
}
