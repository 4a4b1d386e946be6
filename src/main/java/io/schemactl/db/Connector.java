package io.schemactl.db;

import io.schemactl.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections to servers. */
public final class Connector {

    /** The database that is there on nearly every server. */
    private static final String MAINTENANCE = "postgres";

    private static final String NO_SUCH_DATABASE = "3D000";

    private Connector() {}

    /**
     * A new connection in autocommit mode.
     *
     * @throws ProblemException if there is none to be had; it says why and what to do, and holds no password
     */
    public static Connection connect(ServerAddress address, ConnectOptions options) {
        try {
            return open(address, options);
        } catch (SQLException e) {
            throw ConnectErrors.problem(e, address, databasesNear(e, address, options));
        }
    }

    private static Connection open(ServerAddress address, ConnectOptions options) throws SQLException {
        // Not by DriverManager: it would load every driver on the class path.
        Connection connection = new Driver().connect(url(address), properties(address, options));
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own URL form");
        }
        return connection;
    }

    private static String url(ServerAddress address) {
        String database =
                URLEncoder.encode(address.database(), StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://%s/%s".formatted(address.servers(), database);
    }

    private static Properties properties(ServerAddress address, ConnectOptions options) {
        var properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, options.applicationName());
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, ServerFacts.OLDEST);
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.PREFER_QUERY_MODE.set(properties, options.hasSimpleQueries() ? "simple" : "extended");
        PGProperty.CONNECT_TIMEOUT.set(
                properties, (int) options.connectTimeout().toSeconds());
        address.properties().forEach(properties::setProperty);
        PGProperty.USER.set(properties, address.user());
        // An empty password keeps the driver from reading a password file by rules of its own.
        PGProperty.PASSWORD.set(
                properties, address.password() == null ? "" : address.password().reveal());
        if (!address.properties().containsKey(PGProperty.LOGIN_TIMEOUT.getName())) {
            // The connect timeout ends when TCP is there; a server that then says nothing would hold us for ever.
            long seconds = Long.parseLong(properties.getProperty(PGProperty.CONNECT_TIMEOUT.getName()));
            PGProperty.LOGIN_TIMEOUT.set(
                    properties, (int) (seconds * address.hosts().size()));
        }
        return properties;
    }

    private static List<String> databasesNear(SQLException e, ServerAddress address, ConnectOptions options) {
        if (!NO_SUCH_DATABASE.equals(e.getSQLState()) || address.database().equals(MAINTENANCE)) {
            return List.of();
        }
        try (var connection = open(address.withDatabase(MAINTENANCE), options);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn ORDER BY datname")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException unanswered) {
            // Only a suggestion would come of it; the failure to report is the first one.
            e.addSuppressed(unanswered);
            return List.of();
        }
    }
}
