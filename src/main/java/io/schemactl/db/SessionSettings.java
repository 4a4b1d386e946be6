package io.schemactl.db;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sets up the working session, and sets it up again after a change set may have changed it. */
public final class SessionSettings {

    /** How often the server looks whether the client of a running statement is still there. */
    private static final String CHECK = "SET client_connection_check_interval = '500ms'";

    private final WorkConnection connection;
    private final String reset;

    /**
     * Settings of a session.
     *
     * @param lockTimeout how long a statement may wait for a lock; zero waits for ever
     * @param statementTimeout how long a statement may take; zero is for ever, whatever the role's setting is
     * @param defaultSchema where unqualified names go; null leaves that to role and database
     * @throws SQLException if the server fails
     */
    public SessionSettings(
            WorkConnection connection, Duration lockTimeout, Duration statementTimeout, @Nullable String defaultSchema)
            throws SQLException {
        this.connection = connection;
        String settings = fresh(lockTimeout, statementTimeout, defaultSchema);
        this.reset = canCheckConnection() ? settings + "; " + CHECK : settings;
    }

    /** The statements that put a session back to what role and database say, and bound its waits. */
    public static String fresh(Duration lockTimeout, Duration statementTimeout, @Nullable String defaultSchema) {
        String bounded = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; %s; SET statement_timeout = '%dms'"
                .formatted(lockTimeout(lockTimeout), statementTimeout.toMillis());
        return defaultSchema == null ? bounded : bounded + "; " + searchPath(defaultSchema);
    }

    /** The statement that puts a schema before the search path, as the stock engine does with its default schema. */
    public static String searchPath(String defaultSchema) {
        return """
               DO $path$ BEGIN PERFORM pg_catalog.set_config('search_path', \
               pg_catalog.concat_ws(', ', %s, nullif(pg_catalog.current_setting('search_path'), '')), false); END $path$""".formatted(Literal.of(new Identifier(defaultSchema).quoted()));
    }

    /** The statement that bounds how long a statement waits for a lock. */
    public static String lockTimeout(Duration lockTimeout) {
        return "SET lock_timeout = '%dms'".formatted(lockTimeout.toMillis());
    }

    /** Puts the session back to what the role and database say, keeping what schemactl needs. */
    public void reset() throws SQLException {
        connection.execute(reset);
    }

    /**
     * Whether the server can end a statement whose client has died, so that the lock is free and nothing runs on alone.
     *
     * <p>{@code client_connection_check_interval} is there as of PostgreSQL 14, but on some platforms only zero is allowed.
     */
    private boolean canCheckConnection() throws SQLException {
        try {
            connection.execute(CHECK);
            return true;
        } catch (SQLException e) {
            // 22023: the platform cannot; 42704: the server is older. Nothing else depends on it.
            if ("22023".equals(e.getSQLState()) || "42704".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
