package io.schemactl.catalog.read;

import io.schemactl.catalog.Catalog;
import io.schemactl.shadow.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database with an object of every kind that extends PostgreSQL itself. */
public final class Extending {

    private static final List<Integer> SINCE = List.of(16, 17);

    private Extending() {}

    /** Creates the objects. */
    public static void build(TestDatabase database) throws SQLException {
        run("extending", database);
    }

    /** Changes some of the objects, each in place. */
    public static void change(TestDatabase database) throws SQLException {
        run("extending-changed", database);
    }

    /** Gives some of the objects other names. */
    public static void rename(TestDatabase database) throws SQLException {
        run("extending-renamed", database);
    }

    private static void run(String name, TestDatabase database) throws SQLException {
        database.execute(resource(name + ".sql"));
        for (int major : SINCE) {
            String added = "%s-%d.sql".formatted(name, major);
            if (major <= database.majorVersion() && Extending.class.getResource(added) != null) {
                database.execute(resource(added));
            }
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Extending.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in a database. */
    public static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }
}
