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
import java.sql.SQLException;

/** A database with something of everything, and with names that need care. */
public final class RichDatabase {

    private static final Path SCRIPTS = Path.of("src/test/resources/catalog");

    private RichDatabase() {}

    /** A fresh one. */
    public static TestDatabase create(int majorVersion) throws SQLException, IOException {
        TestDatabase database = TestServers.freshDatabase(majorVersion);
        database.execute(Files.readString(SCRIPTS.resolve("rich.sql")));
        if (majorVersion >= 15) {
            database.execute(Files.readString(SCRIPTS.resolve("rich-15.sql")));
        }
        if (majorVersion >= 18) {
            database.execute(Files.readString(SCRIPTS.resolve("rich-18.sql")));
        }
        return database;
    }

    /** What a database contains. */
    public static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }
}
