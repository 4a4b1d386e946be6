package io.schemactl.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.cli.Program;
import io.schemactl.cli.Shell;
import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs where PgBouncer is installed; {@code -Dschemactl.test.pgbouncer=} says where, if not in the usual place. */
class PoolerTest {

    private static final ConnectOptions OPTIONS = ConnectOptions.named("schemactl test");
    private static final Path BINARY = Path.of(System.getProperty("schemactl.test.pgbouncer", "/usr/sbin/pgbouncer"));

    @TempDir
    Path folder;

    private final PrivateServer server = PrivateServer.running();
    private List<Process> started = List.of();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private ServerAddress pooler(String mode, int size, int roundRobin) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BINARY), "PgBouncer is not installed");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("users"), "\"app\" \"" + PrivateServer.PASSWORD + "\"\n");
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                portal = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                default_pool_size = %d
                server_round_robin = %d
                """.formatted(
                        server.port(), port, folder.resolve("users"), mode, size, roundRobin));
        // PgBouncer refuses to run as root.
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        var command = isRoot
                ? List.of("su", "nobody", "-s", "/bin/sh", "-c", "exec %s %s".formatted(BINARY, settings))
                : List.of(BINARY.toString(), settings.toString());
        started = List.of(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        await(port);
        return new ServerAddress(
                List.of(new HostPort("127.0.0.1", port)),
                "portal",
                "app",
                new Secret(PrivateServer.PASSWORD),
                Map.of());
    }

    private static void await(int port) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("PgBouncer did not start");
    }

    private static void check(ServerAddress address) {
        try (Connection connection = Connector.connect(address, OPTIONS)) {
            ServerFacts facts = ServerFacts.read(connection);
            assertTrue(facts.isPooled());
            Pooler.refuseTransactionMode(connection, facts, address, OPTIONS);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"transaction,5,0", "transaction,5,1", "transaction,1,0", "statement,5,0"})
    void refusesPoolerThatLendsBackends(String mode, int size, int roundRobin)
            throws IOException, InterruptedException {
        ServerAddress address = pooler(mode, size, roundRobin);
        var e = assertThrows(ProblemException.class, () -> check(address));
        assertEquals(ProblemCode.POOLER, e.problem().code());
    }

    @ParameterizedTest
    @CsvSource({"session,5,0", "session,5,1", "session,1,0"})
    void acceptsPoolerThatKeepsBackends(String mode, int size, int roundRobin)
            throws IOException, InterruptedException {
        ServerAddress address = pooler(mode, size, roundRobin);
        assertDoesNotThrow(() -> check(address));
    }

    @ParameterizedTest
    @CsvSource({
        "transaction,1,is a pooler in transaction mode",
        "session,0,'a pooler stands between here and the server, and lends whole sessions'"
    })
    void doctorSaysWhatAPoolerLends(String mode, int code, String message) throws IOException, InterruptedException {
        ServerAddress address = pooler(mode, 5, 0);
        Files.writeString(folder.resolve("changelog.yaml"), "databaseChangeLog: []\n");
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var environment = new Environment(Map.of("PGPASSWORD", PrivateServer.PASSWORD), folder, folder);

        int exit = new Program(Shell.of(print, print, false, environment, "test"))
                .run(List.of("doctor", "--url", address.toString(), "--changelog", "changelog.yaml"));

        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(code, exit, said);
        assertTrue(said.contains(message), said);
        assertFalse(said.contains(PrivateServer.PASSWORD), said);
    }

    @Test
    void needsNoSecondConnectionWithoutPooler() throws SQLException {
        ServerAddress address = server.as("app", PrivateServer.PASSWORD, "portal");
        try (Connection connection = Connector.connect(address, OPTIONS)) {
            ServerFacts facts = ServerFacts.read(connection);
            var nowhere = new ServerAddress(List.of(new HostPort("localhost", 1)), "x", "x", null, Map.of());
            assertDoesNotThrow(() -> Pooler.refuseTransactionMode(connection, facts, nowhere, OPTIONS));
        }
    }
}
