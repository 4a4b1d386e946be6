package io.schemactl.catalog.read;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Reading;
import io.schemactl.sql.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * A read-only transaction in which a catalog is read and questions about it are asked; closing it ends the transaction and leaves
 * the session as it was found.
 */
public final class CatalogSession implements AutoCloseable {

    private static final String ISOLATION = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** How often reading begins again because others drop what is being read. */
    private static final int ATTEMPTS = 5;

    /**
     * Settings that decide how PostgreSQL prints constants and names, and that keep it from starting processes, writing files for its
     * sorts, and trying all orders of joins, which takes longer than most of the queries; all end with the transaction.
     */
    static final String SETTINGS = """
            SET LOCAL search_path TO '';
            SET LOCAL quote_all_identifiers TO off;
            SET LOCAL datestyle TO 'ISO, YMD';
            SET LOCAL intervalstyle TO 'postgres';
            SET LOCAL timezone TO 'UTC';
            SET LOCAL extra_float_digits TO 1;
            SET LOCAL bytea_output TO 'hex';
            SET LOCAL jit TO off;
            SET LOCAL max_parallel_workers_per_gather TO 0;
            SET LOCAL work_mem TO '32MB';
            SET LOCAL join_collapse_limit TO 3;
            SET LOCAL from_collapse_limit TO 3;
            SET LOCAL lock_timeout TO '10s'""";

    private final Connection connection;
    private final int major;
    private final String searchPath;

    private CatalogSession(Connection connection, int major, String searchPath) {
        this.connection = connection;
        this.major = major;
        this.searchPath = searchPath;
    }

    /**
     * Begins the transaction.
     *
     * @throws io.schemactl.problem.ProblemException if the server refuses or the connection is lost
     * @throws IllegalStateException if the connection is not in autocommit mode
     */
    public static CatalogSession open(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("reading a catalog wants a connection in autocommit mode");
            }
            connection.setAutoCommit(false);
            return begin(connection);
        } catch (SQLException e) {
            throw ReadFailure.of("the catalog could not be read", e);
        }
    }

    private static CatalogSession begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ISOLATION);
            String searchPath = setting(statement, "search_path");
            statement.execute(SETTINGS);
            return new CatalogSession(connection, connection.getMetaData().getDatabaseMajorVersion(), searchPath);
        } catch (SQLException e) {
            end(connection);
            throw e;
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('%s')".formatted(name))) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * The catalog, as it is in this transaction; a new one is begun if others drop what is being read. Printing a view locks the tables that it reads, so the locks are given back at once.
     *
     * @throws io.schemactl.problem.ProblemException if the server refuses, the connection is lost, or somebody holds such a table
     */
    public Catalog read(Scope scope) {
        return givingLocksBack(() -> reader(scope).read());
    }

    /**
     * The catalog, what in it needs what, and what it does not hold, as they are in this transaction.
     *
     * @throws io.schemactl.problem.ProblemException if the server refuses, the connection is lost, or somebody holds such a table
     */
    public Reading readAll(Scope scope) {
        return givingLocksBack(() -> reader(scope).readAll());
    }

    private CatalogReader reader(Scope scope) {
        return new CatalogReader(new Source(connection, major), scope);
    }

    private <T> T givingLocksBack(Source.Work<T> work) {
        try {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                try {
                    return attempt(work);
                } catch (SQLException e) {
                    if (!ReadFailure.isDroppedMeanwhile(e)) {
                        throw e;
                    }
                    restart();
                }
            }
            return attempt(work);
        } catch (SQLException e) {
            throw ReadFailure.of("the catalog could not be read", e);
        }
    }

    private <T> T attempt(Source.Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        T result = work.run();
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return result;
    }

    /** The old transaction sees objects for ever that somebody has dropped, but PostgreSQL can no longer print them. */
    private void restart() throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute(ISOLATION);
            statement.execute(SETTINGS);
        }
    }

    /**
     * The server's opinion on texts, valid until the session is closed.
     *
     * @param defaultSchema where unqualified names are looked up first, before the session's own search path
     */
    public Expressions expressions(Identifier defaultSchema) {
        return new ServerExpressions(new Explainer(
                connection,
                searchPath.isBlank() ? defaultSchema.quoted() : defaultSchema.quoted() + ", " + searchPath));
    }

    @Override
    public void close() {
        try {
            end(connection);
        } catch (SQLException e) {
            throw ReadFailure.of("the transaction that read the catalog could not be ended", e);
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
