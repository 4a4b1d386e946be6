package io.schemactl.live;

import io.schemactl.db.WorkConnection;
import io.schemactl.live.Health.DatabaseFacts;
import io.schemactl.live.Health.InvalidIndex;
import io.schemactl.live.Health.OldTransaction;
import io.schemactl.live.Health.PreparedTransaction;
import io.schemactl.live.Health.SchemaFacts;
import io.schemactl.live.Health.ServerSetting;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a live server about itself; each question is one query, so that one that is not permitted does not hide the others. */
public final class HealthReader {

    private final WorkConnection connection;

    /** A reader over a connection. */
    public HealthReader(WorkConnection connection) {
        this.connection = connection;
    }

    /** How long a question and its answer take, of the fastest of so many. */
    public Duration roundTrip(int times) throws SQLException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            connection.queryOne("SELECT 1", row -> row.getInt(1));
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return Duration.ofNanos(fastest);
    }

    /** The settings that matter to migrations. */
    public List<ServerSetting> settings() throws SQLException {
        return connection.query(Queries.text("settings.sql"), HealthReader::setting);
    }

    /** The database. */
    public DatabaseFacts database() throws SQLException {
        return connection
                .queryOne(Queries.text("database.sql"), HealthReader::database)
                .orElseThrow();
    }

    /**
     * The schema of the history; empty if it does not exist.
     *
     * @param name its name; null for the first of the search path
     */
    public Optional<SchemaFacts> schema(@Nullable String name) throws SQLException {
        return connection.queryOne(
                Queries.text("schema.sql"),
                row -> new SchemaFacts(
                        new Identifier(row.getString("schema")).display(),
                        row.getBoolean("may_use"),
                        row.getBoolean("may_create"),
                        row.getBoolean("has_history"),
                        row.getBoolean("may_write_history")),
                name == null ? "" : name);
    }

    /** Transactions that have been open for a minute or longer, the oldest first. */
    public List<OldTransaction> oldTransactions() throws SQLException {
        return connection.query(
                Queries.text("transactions.sql"),
                row -> new OldTransaction(
                        row.getInt("pid"),
                        row.getString("user_name"),
                        row.getString("application"),
                        row.getString("state"),
                        age(row)));
    }

    /** Indexes that are not valid. */
    public List<InvalidIndex> invalidIndexes() throws SQLException {
        return connection.query(
                Queries.text("invalid-indexes.sql"),
                row -> new InvalidIndex(
                        QualifiedName.of(row.getString("schema"), row.getString("name"))
                                .display(),
                        new Identifier(row.getString("on_table")).display()));
    }

    /** Prepared transactions, the oldest first. */
    public List<PreparedTransaction> prepared() throws SQLException {
        return connection.query(
                Queries.text("prepared.sql"),
                row -> new PreparedTransaction(row.getString("gid"), row.getString("owner"), age(row)));
    }

    private static ServerSetting setting(ResultSet row) throws SQLException {
        long milliseconds = row.getLong("milliseconds");
        Duration time = row.wasNull() ? null : Duration.ofMillis(milliseconds);
        return new ServerSetting(row.getString("name"), row.getString("value"), time, row.getString("source"));
    }

    private static DatabaseFacts database(ResultSet row) throws SQLException {
        long bytes = row.getLong("bytes");
        boolean isUnknown = row.wasNull();
        return new DatabaseFacts(
                row.getObject("clock", OffsetDateTime.class).toInstant(),
                isUnknown ? null : bytes,
                row.getInt("connections"),
                row.getInt("most_connections"),
                row.getString("client_encoding"),
                row.getBoolean("may_create"));
    }

    private static Duration age(ResultSet row) throws SQLException {
        return Duration.ofMillis(Math.max(0, Math.round(row.getDouble("age") * 1000)));
    }
}
