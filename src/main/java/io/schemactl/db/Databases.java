package io.schemactl.db;

import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and drops whole databases. */
public final class Databases {

    private static final ConnectOptions OPTIONS = ConnectOptions.named("schemactl databases");

    /** Somebody else made it meanwhile: seen before, or when the row was written. */
    private static final Set<String> ALREADY_THERE = Set.of("42P04", "23505");

    /** The template is in use, if only for the moment in which another database is copied from it. */
    private static final String TEMPLATE_IN_USE = "55006";

    /** Somebody is connected, or it is somebody else's. */
    private static final Set<String> NOT_OURS = Set.of(TEMPLATE_IN_USE, "42501");

    /** A migration that was tried in it has made it a template, which cannot be dropped. */
    private static final String IS_TEMPLATE = "42809";

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Databases() {}

    /**
     * Creates a database if it is not there.
     *
     * @param maintenance a database on the same server, such as {@code postgres}
     * @return whether it was created
     * @throws ProblemException if it is not there and cannot be created
     */
    public static boolean createIfAbsent(ServerAddress maintenance, String database) {
        return withConnection(
                maintenance, connection -> !exists(connection, database) && create(connection, database, null));
    }

    /**
     * Creates an empty database in UTF-8 that has nothing from the server's own template.
     *
     * @return whether it was created; false if there is one of that name already
     * @throws ProblemException if it cannot be created
     */
    public static boolean createEmpty(ServerAddress maintenance, String database) {
        return withConnection(maintenance, connection -> {
            try {
                return create(connection, database, "template0 ENCODING 'UTF8'");
            } catch (SQLException e) {
                if (!"22023".equals(e.getSQLState())) {
                    throw e;
                }
                // The server's locale has another encoding; the locale C goes with any.
                return create(connection, database, "template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
            }
        });
    }

    /**
     * Drops a database if nobody is connected to it and the role may do so.
     *
     * @return whether it is gone
     */
    public static boolean dropUnused(ServerAddress maintenance, String database) {
        return withConnection(maintenance, connection -> {
            try {
                drop(connection, database, "");
                return true;
            } catch (SQLException e) {
                if (NOT_OURS.contains(String.valueOf(e.getSQLState()))) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * Creates a database as a copy of another.
     *
     * @return whether it was created; false if there is one of that name already
     */
    public static boolean copy(ServerAddress maintenance, String template, String database) {
        return withConnection(
                maintenance, connection -> create(connection, database, new Identifier(template).quoted()));
    }

    /**
     * Drops a database if it is there, and ends the connections to it.
     *
     * @return whether it was there
     */
    public static boolean drop(ServerAddress maintenance, String database) {
        return withConnection(maintenance, connection -> {
            boolean isThere = exists(connection, database);
            drop(connection, database, " WITH (FORCE)");
            return isThere;
        });
    }

    private static void drop(Connection connection, String database, String options) throws SQLException {
        String name = new Identifier(database).quoted();
        try {
            run(connection, "DROP DATABASE IF EXISTS " + name + options);
        } catch (SQLException e) {
            if (!IS_TEMPLATE.equals(e.getSQLState())) {
                throw e;
            }
            run(connection, "ALTER DATABASE %s IS_TEMPLATE false".formatted(name));
            run(connection, "DROP DATABASE IF EXISTS " + name + options);
        }
    }

    /** Why a server does not accept connections; nothing if it does. */
    public static Optional<ProblemException> findRefusal(ServerAddress maintenance) {
        try {
            withConnection(maintenance, connection -> exists(connection, maintenance.database()));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }

    /** The server's major version. */
    public static int majorVersion(ServerAddress maintenance) {
        return withConnection(
                maintenance, connection -> connection.getMetaData().getDatabaseMajorVersion());
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT FROM pg_catalog.pg_database AS d WHERE d.datname = ?")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean create(Connection connection, String database, @Nullable String template)
            throws SQLException {
        String source = template == null ? "" : " TEMPLATE " + template;
        String sql = "CREATE DATABASE %s%s".formatted(new Identifier(database).quoted(), source);
        for (int attempt = 1; ; attempt++) {
            try {
                run(connection, sql);
                return true;
            } catch (SQLException e) {
                if (ALREADY_THERE.contains(String.valueOf(e.getSQLState()))) {
                    return false;
                }
                if (!TEMPLATE_IN_USE.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the template database", e);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static <T> T withConnection(ServerAddress address, Work<T> work) {
        try (Connection connection = Connector.connect(address, OPTIONS)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ProblemException(
                    ServerErrors.problem(e, address).about(address.toString()), SafeCause.of(e, address.password()));
        }
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
