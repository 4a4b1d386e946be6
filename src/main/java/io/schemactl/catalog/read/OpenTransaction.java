package io.schemactl.catalog.read;

import io.schemactl.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the catalog inside a transaction that is open already, as its statements have left it so far.
 *
 * <p>A savepoint gives back whatever reading locks and sets. The transaction was opened by a {@code BEGIN} of the caller's, and the
 * connection is in autocommit mode all the while.
 */
public final class OpenTransaction {

    private OpenTransaction() {}

    /**
     * The catalog as this transaction sees it.
     *
     * @throws io.schemactl.problem.ProblemException if the server refuses, or the connection is lost
     */
    public static Catalog read(Connection connection, Scope scope) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SAVEPOINT schemactl_reading");
            statement.execute(CatalogSession.SETTINGS);
            int major = connection.getMetaData().getDatabaseMajorVersion();
            Catalog catalog = new CatalogReader(new Source(connection, major), scope).read();
            statement.execute("ROLLBACK TO SAVEPOINT schemactl_reading");
            statement.execute("RELEASE SAVEPOINT schemactl_reading");
            return catalog;
        } catch (SQLException e) {
            throw ReadFailure.of("the catalog could not be read", e);
        }
    }
}
