package io.schemactl.catalog.form;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with something of everything, and with names that need care. */
public final class RichDatabase {

    private static final Path SCRIPTS = Path.of("src/test/resources/catalog");

    private RichDatabase() {}

    /** A fresh one. */
    public static TestDatabase create(int majorVersion) throws SQLException, IOException {
        TestDatabase database = TestServers.freshDatabase(majorVersion);
        execute(database, "rich.sql");
        if (majorVersion >= 15) {
            execute(database, "rich-15.sql");
        }
        if (majorVersion >= 18) {
            execute(database, "rich-18.sql");
        }
        return database;
    }

    /** Sends the script as it is; the driver does not know where a body in standard form ends. */
    private static void execute(TestDatabase database, String script) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SCRIPTS.resolve(script)));
        }
    }

    /** What a database contains. */
    public static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }
}
