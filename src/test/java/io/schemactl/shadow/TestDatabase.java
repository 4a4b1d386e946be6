package io.schemactl.shadow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of its own for one test, dropped when closed.
 *
 * @param server the server that it is on
 * @param name the database's name
 */
public record TestDatabase(EmbeddedServer server, String name) implements AutoCloseable {

    private static final String IS_TEMPLATE = "42809";

    /** The libpq form, password included. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(server.user(), server.password(), server.host(), server.port(), name);
    }

    /** The driver's form, password included. */
    public String jdbcUrl() {
        return jdbcUrl(server, name);
    }

    /** A new connection, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** Runs statements in autocommit. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The server's major version. */
    public int majorVersion() {
        return server.majorVersion();
    }

    @Override
    public void close() throws SQLException {
        try {
            TestServers.execute(server, "DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(name));
        } catch (SQLException e) {
            if (!IS_TEMPLATE.equals(e.getSQLState())) {
                throw e;
            }
            TestServers.execute(server, "ALTER DATABASE \"%s\" IS_TEMPLATE false".formatted(name));
            close();
        }
    }

    static String jdbcUrl(EmbeddedServer server, String database) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(server.host(), server.port(), database, server.user(), server.password());
    }
}
