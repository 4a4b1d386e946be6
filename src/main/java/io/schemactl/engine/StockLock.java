package io.schemactl.engine;

import io.schemactl.db.LockHolder;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock that the stock Liquibase engine holds, or left behind when it died.
 *
 * @param holder what the stock engine wrote about itself
 * @param age how long ago it did
 */
public record StockLock(String holder, Duration age) {

    static Optional<StockLock> find(WorkConnection connection, String schema) throws SQLException {
        var name = QualifiedName.of(schema, HistoryTable.LOCK_NAME);
        boolean exists = connection
                .queryOne("SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), name.quoted())
                .orElse(false);
        return exists
                ? connection.queryOne(
                        """
                        SELECT coalesce(lockedby, 'unknown') AS holder,
                               coalesce(extract(epoch FROM LOCALTIMESTAMP - lockgranted), 0) AS seconds
                          FROM %s WHERE locked
                        """.formatted(name.quoted()),
                        row -> new StockLock(
                                row.getString("holder"), Duration.ofSeconds((long) row.getDouble("seconds"))))
                : Optional.empty();
    }

    /** One line for people. */
    public String describe() {
        return "DATABASECHANGELOGLOCK has been held by %s for %s; schemactl does not need that lock and goes on"
                .formatted(holder, LockHolder.words(age));
    }
}
