package io.schemactl.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    private static final int MAJOR = 14;

    @TempDir
    private Path temporary;

    private final List<String> steps = new ArrayList<>();
    private Path home;
    private EmbeddedServers servers;

    @BeforeEach
    void makeServers() {
        use(temporary.resolve("data"));
    }

    /** A test that failed must not leave a server behind. */
    @AfterEach
    void stopServers() throws IOException {
        PostmasterFile.find(new ServerFolder(home.resolve("embedded/" + MAJOR)))
                .filter(PostmasterFile::isAlive)
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        Path binaries = home.resolve("embedded/14/binaries");
        if (Files.isSymbolicLink(binaries)) {
            Files.delete(binaries);
        }
    }

    @Test
    void keepsDataBetweenRuns() throws Exception {
        borrowBinaries();
        try (EmbeddedServer server = servers.start(MAJOR)) {
            execute(server, "CREATE TABLE kept (id int)");
            assertEquals("127.0.0.1", query(server, "SHOW listen_addresses"));
        }
        assertFalse(isRunning());
        steps.clear();
        try (EmbeddedServer server = servers.start(MAJOR)) {
            assertEquals("kept", query(server, "SELECT 'kept'::regclass"));
            assertEquals(List.of("starting PostgreSQL 14"), steps);
        }
    }

    @Test
    void sharesOneServerAmongThreads() {
        EmbeddedServers same = new EmbeddedServers(home, List.of(TestServers.ARCHIVES));
        CompletableFuture<EmbeddedServer> first = CompletableFuture.supplyAsync(() -> servers.start(MAJOR));
        CompletableFuture<EmbeddedServer> second = CompletableFuture.supplyAsync(() -> same.start(MAJOR));
        assertEquals(first.join().port(), second.join().port());
        first.join().close();
        first.join().close();
        assertTrue(isRunning());
        second.join().close();
        assertFalse(isRunning());
    }

    @Test
    void sharesOneServerAmongProcessesFromTheFirstStart() throws Exception {
        try (ChildProcess one = ChildProcess.start(home, MAJOR);
                ChildProcess other = ChildProcess.start(home, MAJOR)) {
            String port = one.awaitLine("ready");
            assertEquals(port, other.awaitLine("ready"));
            try (EmbeddedServer server = servers.start(MAJOR)) {
                assertEquals(port, Integer.toString(server.port()));
                one.finish();
                other.finish();
                assertEquals("1", query(server, "SELECT 1"));
            }
            assertFalse(isRunning());
        }
    }

    @Test
    void usesAndStopsTheServerOfKilledProcess() throws Exception {
        borrowBinaries();
        try (ChildProcess child = ChildProcess.start(home, MAJOR)) {
            String port = child.awaitLine("ready");
            child.kill();
            assertTrue(isRunning());
            try (EmbeddedServer server = servers.start(MAJOR)) {
                assertEquals(port, Integer.toString(server.port()));
            }
            assertFalse(isRunning());
        }
    }

    @Test
    void completesWhatKilledProcessesBegan() throws Exception {
        for (String step : List.of("step unpacking", "step creating", "step starting")) {
            try (ChildProcess child = ChildProcess.start(home, MAJOR)) {
                child.awaitLine(step);
                Thread.sleep(100);
                child.kill();
            }
        }
        try (EmbeddedServer server = servers.start(MAJOR)) {
            assertEquals("1", query(server, "SELECT 1"));
        }
        try (Stream<Path> files = Files.list(home.resolve("embedded/14"))) {
            assertEquals(
                    List.of("binaries", "data", "start.lock", "use.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void restartsServerThatWasKilled() throws Exception {
        borrowBinaries();
        try (EmbeddedServer server = servers.start(MAJOR)) {
            execute(server, "CREATE TABLE kept (id int)");
            killPostmaster();
            try (EmbeddedServer next = servers.start(MAJOR)) {
                assertEquals("kept", query(next, "SELECT 'kept'::regclass"));
            }
            assertTrue(isRunning());
        }
        assertFalse(isRunning());
    }

    @Test
    void startsWhenThePidFileNamesAnotherProgram() throws Exception {
        borrowBinaries();
        servers.start(MAJOR).close();
        Files.writeString(
                home.resolve("embedded/14/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/somewhere\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n");
        try (EmbeddedServer server = servers.start(MAJOR)) {
            assertEquals("1", query(server, "SELECT 1"));
        }
    }

    @Test
    void setsIncompleteDataAside() throws Exception {
        borrowBinaries();
        Path data = Files.createDirectories(home.resolve("embedded/14/data"));
        Files.writeString(data.resolve("PG_VERSION"), "14\n");
        try (EmbeddedServer server = servers.start(MAJOR)) {
            assertEquals("1", query(server, "SELECT 1"));
        }
        assertTrue(steps.stream().anyMatch(step -> step.startsWith("moving incomplete data to")));
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        borrowBinaries();
        servers.start(MAJOR).close();
        Files.writeString(home.resolve("embedded/14/data/PG_VERSION"), "13\n");
        Problem problem = problemOf(MAJOR);
        assertEquals(ProblemCode.EMBEDDED, problem.code());
        assertTrue(problem.message().contains("holds the data of PostgreSQL 13, not 14"), problem.message());
    }

    @Test
    void quotesTheLogWhenTheServerDoesNotStart() throws Exception {
        borrowBinaries();
        servers.start(MAJOR).close();
        Files.writeString(home.resolve("embedded/14/data/postgresql.auto.conf"), "shared_bufers = 1\n");
        Problem problem = problemOf(MAJOR);
        assertTrue(problem.message().contains("unrecognized configuration parameter"), problem.message());
        assertTrue(String.valueOf(problem.position()).contains("data/server.log:"));
    }

    @Test
    void runsInFolderWithSpaceAndAccentAndLongName() throws SQLException {
        use(temporary.resolve("été à la mer").resolve("x".repeat(120)));
        try (EmbeddedServer server = servers.start(MAJOR)) {
            assertEquals("UTF8", query(server, "SHOW server_encoding"));
            assertEquals("É", query(server, "SELECT upper('é')"));
        }
    }

    @Test
    void refusesFolderThatShellsWouldChange() {
        use(temporary.resolve("$(id)"));
        assertTrue(problemOf(MAJOR).message().contains("characters"));
    }

    @Test
    void letsNobodyInWithoutPassword() throws IOException {
        borrowBinaries();
        try (EmbeddedServer server = servers.start(MAJOR)) {
            String url =
                    "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=wrong".formatted(server.port());
            assertEquals(
                    "28P01",
                    assertThrows(SQLException.class, () -> DriverManager.getConnection(url))
                            .getSQLState());
            Path password = server.dataDirectory().resolve("schemactl.password");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
            assertFalse(server.toString().contains(server.password()));
        }
    }

    @Test
    void saysThatTheDataDirectoryIsNotOne() throws IOException {
        use(Files.writeString(temporary.resolve("file"), ""));
        Problem problem = problemOf(MAJOR);
        assertEquals(ProblemCode.EMBEDDED, problem.code());
        assertTrue(String.valueOf(problem.fix()).contains("--data-dir"));
        use(temporary.resolve("good"));
    }

    @Test
    void freshTestDatabasesAreEmptyAndDiffer() throws SQLException {
        try (TestDatabase one = TestServers.freshDatabase();
                TestDatabase other = TestServers.freshDatabase()) {
            assertNotEquals(one.name(), other.name());
            assertTrue(one.name().startsWith("t_embeddedserverstest_"));
            one.execute("CREATE TABLE only_here (id int)");
            other.execute("CREATE TABLE only_here (id int)");
        }
    }

    private void use(Path dataDirectory) {
        home = dataDirectory;
        servers = new EmbeddedServers(home, List.of(TestServers.ARCHIVES), steps::add);
    }

    /** Unpacking takes most of a first start; tests of something else use what is unpacked already. */
    private void borrowBinaries() throws IOException {
        Path unpacked = TestServers.server(MAJOR).dataDirectory().resolveSibling("binaries");
        Path folder = Files.createDirectories(home.resolve("embedded/" + MAJOR));
        Files.createSymbolicLink(folder.resolve("binaries"), unpacked);
    }

    private Problem problemOf(int major) {
        return assertThrows(ProblemException.class, () -> servers.start(major).close())
                .problem();
    }

    private boolean isRunning() {
        return PostmasterFile.find(new ServerFolder(home.resolve("embedded/14")))
                .filter(PostmasterFile::isAlive)
                .isPresent();
    }

    private void killPostmaster() throws InterruptedException {
        PostmasterFile file = PostmasterFile.find(new ServerFolder(home.resolve("embedded/14")))
                .orElseThrow();
        ProcessHandle.of(file.pid()).orElseThrow().destroyForcibly();
        while (file.isAlive()) {
            Thread.sleep(10);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        TestServers.execute(server, sql);
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.jdbcUrl(server, "postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
