package io.schemactl.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.ProblemCode;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** What servers say about themselves. */
final class ServerFactsTest {

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsWhatServerIs(int version) throws SQLException {
        try (var database = TestServers.freshDatabase(version);
                var connection = database.connect()) {
            ServerFacts facts = ServerFacts.read(connection);

            assertEquals(version, facts.major());
            assertTrue(facts.isSuperuser());
            assertFalse(facts.isInRecovery());
            assertFalse(facts.isPooled());
        }
    }

    /** A server that is about to stop, or an administrator, ends sessions; that says nothing about its version. */
    @Test
    void sessionThatWasEndedIsLost() throws SQLException {
        try (var database = TestServers.freshDatabase();
                var other = database.connect();
                var connection = database.connect()) {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            try (var statement = other.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(%d, 10000)".formatted(backend));
            }

            var lost = assertThrows(SQLException.class, () -> ServerFacts.read(connection));

            assertEquals(ProblemCode.CONNECTION_LOST, ServerErrors.code(lost));
        }
    }
}
