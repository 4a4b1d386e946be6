package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class OpenTransactionTest {

    @Test
    void seesWhatTheTransactionHasDoneSoFar() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_temp");
            statement.execute("BEGIN");
            statement.execute("CREATE TABLE public.fresh (id int PRIMARY KEY)");

            var catalog = OpenTransaction.read(connection, Scope.everything());

            assertTrue(catalog.objects().containsKey(ObjectKey.of(Kind.TABLE, QualifiedName.of("public", "fresh"))));
            assertEquals("pg_temp", one(statement, "SHOW search_path"));
            statement.execute("ROLLBACK");
            assertEquals(null, one(statement, "SELECT to_regclass('public.fresh')"));
        }
    }

    @Test
    void holdsNoLockThatReadingTook() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE a (id int); CREATE VIEW v AS SELECT * FROM a");
            statement.execute("BEGIN");

            OpenTransaction.read(connection, Scope.everything());

            assertEquals(
                    "0",
                    one(
                            statement,
                            "SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND relation = 'a'::regclass"));
            statement.execute("COMMIT");
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
