package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScopeTest {

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServers.freshDatabase();
        database.execute("""
                CREATE EXTENSION hstore; CREATE SCHEMA app; CREATE SCHEMA app_old;
                CREATE TABLE app.orders (id serial PRIMARY KEY);
                CREATE TABLE app.tmp_orders (id serial PRIMARY KEY, of int REFERENCES app.orders);
                CREATE INDEX ix_tmp ON app.orders (id); CREATE TYPE app_old.e AS ENUM ('x')""");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void holdsOnlyChosenSchemas() throws SQLException {
        assertEquals(List.of("app_old", "e"), names(Scope.everything().onlySchemas(List.of("app_*"))));
    }

    @Test
    void leavesOutSchemasWithAllThatIsInThem() throws SQLException {
        assertEquals(List.of("public", "hstore"), names(Scope.everything().without(List.of("app*"))));
    }

    @Test
    void leavesOutTablesWithAllThatBelongsToThem() throws SQLException {
        assertEquals(
                List.of("app", "orders_id_seq", "orders", "orders_pkey", "orders_pkey"),
                names(Scope.everything().onlySchemas(List.of("app")).without(List.of("app.tmp_*", "app.ix_*"))));
    }

    @Test
    void forgetsDependenciesOfWhatItLeavesOut() throws SQLException {
        try (Connection connection = database.connect();
                CatalogSession session = CatalogSession.open(connection)) {
            var reading = session.readAll(Scope.everything().without(List.of("app.tmp_orders")));
            assertEquals(List.of(), reading.unseen());
            assertFalse(reading.dependencies().toString().contains("tmp_orders"));
        }
    }

    @Test
    void matchesStarsAndQuestionMarks() {
        assertTrue(new NamePattern("a*b?").matches(new Identifier("aXbYbc")));
        assertTrue(new NamePattern("*").matches(new Identifier("x")));
        assertFalse(new NamePattern("a?").matches(new Identifier("a")));
        assertFalse(new NamePattern("A").matches(new Identifier("a")));
        assertEquals(
                new ObjectPattern(new NamePattern("a.b"), new NamePattern("c.d")), ObjectPattern.parse("\"a.b\".c.d"));
        assertThrows(IllegalArgumentException.class, () -> ObjectPattern.parse("a."));
    }

    private List<String> names(Scope scope) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, scope).objects().values().stream()
                    .map(CatalogObject::key)
                    .map(key -> key.name().name())
                    .toList();
        }
    }
}
