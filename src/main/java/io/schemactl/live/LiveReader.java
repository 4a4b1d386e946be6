package io.schemactl.live;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a live server how large its tables are, who holds them, and how far its copies are behind. */
public final class LiveReader {

    /** A table that is locked against reading must not make us wait: the size as of the last VACUUM does as well. */
    private static final String PATIENCE =
            "BEGIN; SET LOCAL lock_timeout = '500ms'; SET LOCAL statement_timeout = '30s'";

    /** No lock in time, or no answer in time. */
    private static final List<String> IMPATIENCE = List.of("55P03", "57014");

    /** Not permitted; or left out by those who offer the server as a service. */
    private static final List<String> DENIED = List.of("42501", "0A000");

    private final WorkConnection connection;

    /** A reader over a connection on which no transaction is open. */
    public LiveReader(WorkConnection connection) {
        this.connection = connection;
    }

    /** All of it. */
    public LiveState read() throws SQLException {
        List<String> notes = new ArrayList<>();
        Moment moment = moment();
        if (!moment.seesAll()) {
            notes.add("the role may not see other roles' transactions and replicas: GRANT pg_read_all_stats to it");
        }
        if (moment.isStandby()) {
            notes.add("how often rows are written, and what transactions hold on the primary: the server is a standby");
        }
        return new LiveState(figures(moment, notes), locks(notes), replication(notes), notes);
    }

    /** Whether the role sees what other roles' sessions do, and since when. */
    public boolean seesOthers() throws SQLException {
        return moment().seesAll();
    }

    /** How large the tables are. */
    public Figures figures(List<String> notes) throws SQLException {
        return figures(moment(), notes);
    }

    /** What open transactions of other sessions hold, the oldest first. */
    public List<OpenLock> locks(List<String> notes) throws SQLException {
        return permitted("sessions.sql", "who holds locks", LiveReader::lock, notes);
    }

    /** How far copies are behind. */
    public Replication replication(List<String> notes) throws SQLException {
        Standby standby =
                permitted("standby.sql", "whether the server is a standby", LiveReader::standby, notes).stream()
                        .findFirst()
                        .orElse(new Standby(false, false, null));
        List<Replication.Replica> replicas =
                permitted("replicas.sql", "how far replicas are behind", LiveReader::replica, notes);
        return new Replication(standby.is(), standby.isConnected(), standby.behind(), replicas, slots(notes));
    }

    /** Where those continue who get changes. */
    public List<Replication.Slot> slots(List<String> notes) throws SQLException {
        return permitted("slots.sql", "replication slots", LiveReader::slot, notes);
    }

    private <T> List<T> permitted(String file, String what, WorkConnection.RowMapper<T> mapper, List<String> notes)
            throws SQLException {
        try {
            return connection.query(Queries.text(file), mapper);
        } catch (SQLException e) {
            if (!DENIED.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            notes.add("the role may not see %s: %s".formatted(what, e.getMessage()));
            return List.of();
        }
    }

    private record Moment(Instant taken, Instant since, boolean sinceStart, boolean isStandby, boolean seesAll) {}

    private Moment moment() throws SQLException {
        return connection
                .queryOne(
                        Queries.text("moment.sql"),
                        row -> new Moment(
                                instant(row, "taken"),
                                instant(row, "since"),
                                row.getBoolean("since_start"),
                                row.getBoolean("standby"),
                                row.getBoolean("sees_all")))
                .orElseThrow();
    }

    private record Standby(
            boolean is, boolean isConnected, @Nullable Duration behind) {}

    private static Standby standby(ResultSet row) throws SQLException {
        return new Standby(row.getBoolean("standby"), row.getBoolean("connected"), duration(row, "behind"));
    }

    /** A table as the catalog has it. */
    private record Known(long id, TableFigures figures) {}

    private record Size(
            long heapBytes, long bytes, @Nullable Long rows) {}

    private Figures figures(Moment moment, List<String> notes) throws SQLException {
        List<Known> known = connection.query(Queries.text("tables.sql"), LiveReader::known);
        Map<Long, Size> sizes = sizes(notes);
        List<TableFigures> tables = known.stream()
                .map(table -> sized(table.figures(), sizes.get(table.id())))
                .sorted(java.util.Comparator.comparing(TableFigures::table))
                .toList();
        return new Figures(moment.taken(), moment.since(), moment.sinceStart(), tables);
    }

    private static TableFigures sized(TableFigures table, @Nullable Size size) {
        return size == null
                ? table
                : new TableFigures(table.table(), size.bytes(), size.heapBytes(), size.rows(), table.written());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                new TableFigures(
                        QualifiedName.of(row.getString("schema"), row.getString("name")),
                        row.getLong("bytes"),
                        row.getLong("heap_bytes"),
                        rows(row),
                        number(row, "written")));
    }

    private static Size size(ResultSet row) throws SQLException {
        return new Size(row.getLong("heap_bytes"), row.getLong("bytes"), rows(row));
    }

    private static @Nullable Long rows(ResultSet row) throws SQLException {
        long rows = row.getLong("row_count");
        return rows < 0 ? null : Long.valueOf(rows);
    }

    private Map<Long, Size> sizes(List<String> notes) throws SQLException {
        Map<Long, Size> sizes = new HashMap<>();
        connection.execute(PATIENCE);
        try {
            connection
                    .query(Queries.text("sizes.sql"), row -> Map.entry(row.getLong("id"), size(row)))
                    .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            boolean isImpatience =
                    IMPATIENCE.contains(state) && !connection.interruption().isRequested();
            if (!isImpatience && !DENIED.contains(state)) {
                throw e;
            }
            notes.add(
                    isImpatience
                            ? "a table is locked against reading at this moment, so sizes are those of the last VACUUM or ANALYZE"
                            : "the role may not ask for sizes, so they are those of the last VACUUM or ANALYZE");
        } finally {
            connection.rollback();
        }
        return sizes;
    }

    private static OpenLock lock(ResultSet row) throws SQLException {
        var table = QualifiedName.of(row.getString("schema"), row.getString("name"));
        String rootSchema = row.getString("root_schema");
        int pid = row.getInt("pid");
        boolean isPrepared = row.wasNull();
        return new OpenLock(
                isPrepared ? null : pid,
                table,
                rootSchema == null ? table : QualifiedName.of(rootSchema, row.getString("root_name")),
                LockMode.strongest(row.getString("modes")).orElse(LockMode.ACCESS_SHARE),
                row.getString("user_name"),
                row.getString("application"),
                row.getString("state"),
                duration(row, "age"));
    }

    private static Replication.Replica replica(ResultSet row) throws SQLException {
        return new Replication.Replica(
                row.getString("name"),
                row.getBoolean("logical"),
                row.getString("state"),
                duration(row, "lag"),
                number(row, "bytes_behind"));
    }

    private static Replication.Slot slot(ResultSet row) throws SQLException {
        return new Replication.Slot(
                row.getString("name"),
                row.getBoolean("logical"),
                row.getBoolean("active"),
                row.getBoolean("lost"),
                number(row, "kept"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
