package io.schemactl.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.StackTraceText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorTest {

    private static final String SECRET = PrivateServer.PASSWORD;
    private static final ConnectOptions OPTIONS = ConnectOptions.named("schemactl test");

    @TempDir
    Path home;

    private final PrivateServer server = PrivateServer.running();

    private static Problem failure(ServerAddress address) {
        return failure(address, OPTIONS);
    }

    private static Problem failure(ServerAddress address, ConnectOptions options) {
        var e = assertThrows(ProblemException.class, () -> Connector.connect(address, options));
        String all = StackTraceText.of(e) + e.problems().toString() + address;
        assertFalse(all.contains("hunter2"), all);
        return e.problem();
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private ServerAddress parse(String rest) {
        return (ServerAddress) DatabaseUrl.parse(rest.formatted(server.port()), new Environment(Map.of(), home, home));
    }

    @Test
    void connectsWithPasswordOfUrl() throws SQLException {
        for (String url : List.of(
                "postgresql://app:hunter2%%2Fs3cr%%25t@localhost:%d/portal",
                "jdbc:postgresql://localhost:%d/portal?user=app&password=hunter2%%2Fs3cr%%25t",
                "postgresql+asyncpg://app:hunter2%%2Fs3cr%%25t@127.0.0.1:%d/portal",
                "host=localhost port=%d user=app dbname=portal password='hunter2/s3cr%%t'",
                "postgresql://app:hunter2%%2Fs3cr%%25t@localhost:1,localhost:%d/portal")) {
            try (Connection connection = Connector.connect(parse(url), OPTIONS)) {
                assertEquals("portal", ask(connection, "SELECT pg_catalog.current_database()"));
                assertEquals("schemactl test", ask(connection, "SHOW application_name"));
                assertTrue(connection.getAutoCommit());
            }
        }
    }

    @Test
    void passesParametersOfUrl() throws SQLException {
        var address = parse("postgresql://app:hunter2%%2Fs3cr%%25t@localhost:%d/portal"
                + "?application_name=mine&options=-c%%20lock_timeout%%3D77");
        try (Connection connection = Connector.connect(address, OPTIONS)) {
            assertEquals("mine", ask(connection, "SHOW application_name"));
            assertEquals("77ms", ask(connection, "SHOW lock_timeout"));
        }
    }

    @Test
    void readsFacts() {
        try (Connection connection = Connector.connect(server.as("app", SECRET, "portal"), OPTIONS)) {
            ServerFacts facts = ServerFacts.read(connection);
            assertEquals(17, facts.major());
            assertEquals("app", facts.currentUser());
            assertEquals("portal", facts.database());
            assertEquals("UTF8", facts.encoding());
            assertNull(facts.tls());
            assertFalse(facts.isInRecovery());
            assertFalse(facts.isSuperuser());
            assertFalse(facts.isPooled());
            assertEquals(Optional.empty(), facts.findWriteRefusal());
            assertEquals(Optional.empty(), facts.findWarning());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWherePasswordCameFrom() {
        var address =
                server.as("app", "hunter2-wrong", "portal").withPassword(new Secret("hunter2-wrong"), "PGPASSWORD");
        Problem problem = failure(address);
        assertEquals(ProblemCode.AUTHENTICATION, problem.code());
        assertEquals("the server does not accept the password of role `app`", problem.message());
        assertEquals("the password came from PGPASSWORD; correct it there, or check the role's name", problem.fix());
    }

    @Test
    void wantsPasswordWhereThereIsNone() {
        var address =
                new ServerAddress(List.of(new HostPort("localhost", server.port())), "portal", "app", null, Map.of());
        Problem problem = failure(address);
        assertEquals(ProblemCode.AUTHENTICATION, problem.code());
        assertEquals("the server wants a password for role `app`, and there is none", problem.message());
    }

    @Test
    void suggestsDatabaseThatWasMeant() {
        Problem problem = failure(server.as("app", SECRET, "protal"));
        assertEquals("database `protal` does not exist; did you mean `portal`?", problem.message());
        assertEquals(ProblemCode.CONNECTION, problem.code());
    }

    @Test
    void explainsRefusalsOfServer() {
        assertEquals(
                "the server has no connection to spare",
                failure(server.as("limited", SECRET, "postgres")).message());
        Problem walled = failure(server.as("walled", SECRET, "postgres"));
        assertEquals(
                "the server admits no connection of role `walled` to database `postgres` from here", walled.message());
        assertEquals(ProblemCode.AUTHENTICATION, walled.code());
        assertEquals(
                "the server does not speak TLS, and sslmode demands it",
                failure(parse("postgresql://app:hunter2@localhost:%d/portal?sslmode=require"))
                        .message());
        assertEquals(
                "database `template0` does not take connections",
                failure(server.as("postgres", SECRET, "template0")).message());
    }

    @Test
    void explainsFailuresOfNetwork() {
        Problem unknown = failure(parse("postgresql://app:hunter2@no-such-host.invalid:%d/portal"));
        assertEquals(ProblemCode.CONNECTION, unknown.code());
        assertTrue(unknown.message().startsWith("unknown host in no-such-host.invalid:"), unknown.message());
        Problem refused = failure(parse("postgresql://app:hunter2@localhost:1/portal?connect_timeout=5"));
        assertEquals("nobody listens on localhost:1", refused.message());
        assertEquals("postgresql://app@localhost:1/portal", refused.subject());
    }

    @Test
    void givesUpOnServerThatSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = new ServerAddress(
                    List.of(new HostPort("127.0.0.1", silent.getLocalPort())),
                    "portal",
                    "app",
                    new Secret("hunter2"),
                    Map.of("sslmode", "disable"));
            long start = System.nanoTime();
            Problem problem = failure(address, new ConnectOptions("schemactl test", Duration.ofSeconds(1), true));
            assertTrue(problem.message().startsWith("no answer from 127.0.0.1:"), problem.message());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 8);
        }
    }

    @Test
    void createsAndDropsDatabases() throws SQLException {
        ServerAddress maintenance = server.as("app", SECRET, "postgres");
        assertTrue(Databases.createIfAbsent(maintenance, "odd \"name"));
        assertFalse(Databases.createIfAbsent(maintenance, "odd \"name"));
        assertTrue(Databases.copy(maintenance, "odd \"name", "copy"));
        assertTrue(Databases.drop(maintenance, "odd \"name"));
        try (Connection connection = Connector.connect(maintenance, OPTIONS)) {
            connection.createStatement().execute("ALTER DATABASE copy IS_TEMPLATE true");
        }
        assertTrue(Databases.drop(maintenance, "copy"));
        assertFalse(Databases.drop(maintenance, "copy"));
    }

    @Test
    void translatesFailuresOfStatements() throws SQLException {
        ServerAddress address = server.as("app", SECRET, "portal");
        try (Connection connection = Connector.connect(address, OPTIONS)) {
            var wrong = assertThrows(SQLException.class, () -> ask(connection, "SELECT 1 FROM nothing_here"));
            assertEquals("42P01", ServerErrors.findMessage(wrong).orElseThrow().sqlState());
            assertEquals(
                    14,
                    ServerErrors.findOffset(wrong, "SELECT 1 FROM nothing_here").orElseThrow());
            String unfinished = "SELECT 'ü🐘', (1 +\n  ";
            var early = assertThrows(SQLException.class, () -> ask(connection, unfinished));
            assertEquals(
                    unfinished.stripTrailing().length(),
                    ServerErrors.findOffset(early, unfinished).orElseThrow());
            assertEquals(
                    ProblemCode.EXECUTION, ServerErrors.problem(wrong, address).code());
            var lost = assertThrows(
                    SQLException.class,
                    () -> ask(connection, "SELECT pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid())"));
            assertEquals(
                    ProblemCode.CONNECTION_LOST,
                    ServerErrors.problem(lost, address).code());
        }
    }

    @Test
    void refusesOldServersForWriting() {
        var facts = new ServerFacts(130_014, "PostgreSQL 13.14", false, false, "UTF8", "u", false, "d", null, false);
        assertEquals(
                "the server is PostgreSQL 13; the oldest that is supported is 14",
                facts.findWriteRefusal().orElseThrow().message());
        var next = new ServerFacts(190_000, "PostgreSQL 19", false, false, "UTF8", "u", false, "d", null, false);
        assertEquals(Optional.empty(), next.findWriteRefusal());
        assertTrue(next.findWarning().isPresent());
    }
}
