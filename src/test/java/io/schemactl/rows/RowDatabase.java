package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A database with one connection of the kind that work is done on. */
final class RowDatabase implements AutoCloseable {

    private final TestDatabase database;
    private final WorkConnection connection;

    private RowDatabase(TestDatabase database, WorkConnection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** A database with a schema. */
    static RowDatabase of(int major, String sql) throws SQLException {
        TestDatabase database = TestServers.freshDatabase(major);
        try {
            var connection = new WorkConnection(
                    DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple"),
                    new Interruption(),
                    notice -> {});
            var made = new RowDatabase(database, connection);
            made.execute("SET client_min_messages TO error");
            made.execute(sql);
            return made;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    WorkConnection connection() {
        return connection;
    }

    TestDatabase database() {
        return database;
    }

    void execute(String sql) throws SQLException {
        connection.execute(sql);
    }

    /** The first column of a query's rows. */
    List<String> query(String sql) throws SQLException {
        return connection.queryTexts(sql);
    }

    /** The first column of a query's only row. */
    String value(String sql) throws SQLException {
        return query(sql).get(0);
    }

    /** What it contains. */
    Catalog catalog() throws SQLException {
        try (var reading = database.connect()) {
            return CatalogReader.read(reading, Scope.everything());
        }
    }

    GeneratedRows generate(long seed) throws SQLException {
        return new RowGenerator(catalog(), connection, RowSettings.of(seed)).generate();
    }

    /** The rows of all tables; of those with more than a few, only digests. */
    TableContents contents(int limit) throws SQLException {
        return new ContentsReader(connection, limit).read(catalog());
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            // The connection is closed before the database is dropped.
        } finally {
            database.close();
        }
    }
}
