package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at Ctrl-C. */
final class InterruptTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Project.in(folder);
    }

    @AfterEach
    void close() throws SQLException {
        project.close();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void cancelsOnTheServerAndSaysWhatWasDone(String signal, int code) throws Exception {
        project.sql("CREATE TABLE a ()", "CREATE TABLE b (); SELECT pg_sleep(600)", "CREATE TABLE c ()");
        var child = project.start("upgrade");
        awaitSleep();
        long start = System.nanoTime();

        child.signal(signal);

        assertEquals(code, child.code(), child.toString());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15, child.toString());
        assertTrue(child.err().contains("error[interrupted]: interrupted"), child.toString());
        assertTrue(child.err().contains("state: 1 of 3 change sets applied; nothing of 2 remains"), child.toString());
        assertTrue(sleepers().isEmpty());
        assertEquals(List.of("1"), project.applied());
        assertTrue(project.query("SELECT obj_description('databasechangelog'::regclass)")
                .get(0)
                .contains("\"1\""));
        project.sql("CREATE TABLE a ()", "CREATE TABLE b ()", "CREATE TABLE c ()");
        assertEquals(0, project.run("upgrade").code());
    }

    @Test
    void secondSignalDoesNoHarm() throws Exception {
        project.sql("CREATE TABLE a ()", "SELECT pg_sleep(600)");
        var child = project.start("upgrade");
        awaitSleep();

        child.signal("INT");
        child.signal("INT");

        assertEquals(130, child.code(), child.toString());
        assertTrue(child.err().contains("state: 1 of 2 change sets applied"), child.toString());
        assertTrue(sleepers().isEmpty());
    }

    @Test
    void endsTheWaitForAnotherSchemactl() throws Exception {
        project.sql("SELECT pg_sleep(600)");
        try (var holder = project.start("upgrade")) {
            awaitSleep();
            var child = project.start("upgrade");
            Child.await("second waits", () -> child.err().contains("waiting for another"));

            child.signal("INT");

            assertEquals(130, child.code(), child.toString());
            assertTrue(child.err().contains("error[interrupted]: interrupted while waiting for the lock"), child.err());
            assertTrue(child.err().contains("state: nothing was changed"), child.err());
            assertTrue(holder.isAlive());
        }
    }

    @Test
    void endsThePauseBeforeTheNextAttempt() throws Exception {
        project.database().execute("CREATE TABLE busy (x int)");
        project.sql("ALTER TABLE busy ADD COLUMN y int");
        try (var blocker = project.database().connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT FROM busy");
            var child = project.start("upgrade", "--lock-timeout", "100ms", "--lock-retries", "1000");
            Child.await("several attempts", () -> child.err().contains("attempt 4 "));

            child.signal("INT");

            assertEquals(130, child.code(), child.toString());
            assertTrue(child.err().contains("error[interrupted]"), child.err());
        }
    }

    @Test
    void leavesNoInvalidIndexForGood() throws Exception {
        project.changelog(Project.changeSet(1, true, "CREATE TABLE a (x int)")
                + Project.changeSet(2, false, "CREATE INDEX CONCURRENTLY i ON a (x)"));
        try (var reader = project.database().connect();
                var statement = reader.createStatement()) {
            var child = project.start("upgrade", "--count", "1");
            assertEquals(0, child.code(), child.toString());
            reader.setAutoCommit(false);
            statement.execute("INSERT INTO a VALUES (1)");
            var second = project.start("upgrade");
            Child.await(
                    "the build waits",
                    () -> !project.query(
                                    "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('i') AND NOT indisvalid")
                            .isEmpty());

            second.signal("INT");

            assertEquals(130, second.code(), second.toString());
            assertTrue(second.err().contains("the next run goes on there"), second.err());
            reader.commit();
        }
        var next = project.run("upgrade");

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("t"), project.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
        assertEquals(List.of("1", "2"), project.applied());
    }

    @Test
    void stopsTheEmbeddedServer(@TempDir Path data) throws Exception {
        project.sql("SELECT pg_sleep(600)");
        List<String> line = List.of(
                "upgrade",
                "--url",
                "embedded:one?version=" + project.database().majorVersion(),
                "--changelog",
                "changelog.yaml",
                "--data-dir",
                data.toString());
        var child = Child.start(folder, line);
        Child.await("the server runs", () -> hasServer(data));
        // Wherever the signal meets it, be it still starting, the server must stop; usually the statement sleeps by
        // then.
        Thread.sleep(3000);

        child.signal("INT");

        assertEquals(130, child.code(), child.toString());
        assertFalse(hasServer(data), child.toString());
        project.sql("CREATE TABLE a ()");
        var next = Child.start(folder, line);
        assertEquals(0, next.code(), next.toString());
    }

    /** Whether the server's own note of its process is there; folders beside it come and go meanwhile. */
    private boolean hasServer(Path data) {
        return Files.exists(data.resolve(
                "embedded/%d/data/postmaster.pid".formatted(project.database().majorVersion())));
    }

    private void awaitSleep() throws Exception {
        Child.await("upgrade sleeps", () -> !sleepers().isEmpty());
    }

    private List<String> sleepers() throws SQLException {
        return project.query(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'");
    }
}
