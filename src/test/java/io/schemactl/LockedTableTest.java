package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** An upgrade that wants a table which another session holds. */
final class LockedTableTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

    /** What a slow machine adds to a query that needs a millisecond. */
    private static final Duration SLACK = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() throws SQLException {
        project = Project.in(folder);
        project.database().execute("CREATE TABLE busy (x int); CREATE TABLE other (x int)");
        project.sql("CREATE TABLE first ()", "CREATE TABLE half (); ALTER TABLE busy ADD COLUMN y int");
    }

    @AfterEach
    void close() throws SQLException {
        project.close();
    }

    @Test
    void namesTheBlockerAndNeverQueuesTheApplicationForLong() throws Exception {
        try (var blocker = reader()) {
            var ended = new AtomicBoolean();
            var slowest = CompletableFuture.supplyAsync(() -> slowestQuery(ended));

            var run = project.run("upgrade", "--lock-timeout", "500ms", "--lock-retries", "3");
            ended.set(true);

            assertEquals(5, run.code(), run.toString());
            String who = "pid %d, user %s (the \"old\" report)"
                    .formatted(pid(blocker), project.database().server().user());
            String error = run.err().substring(run.err().indexOf("error["));
            assertTrue(error.startsWith("error[lock-timeout]"), run.err());
            assertTrue(error.contains(who) && error.contains("idle in transaction"), run.err());
            assertTrue(error.contains("SELECT count(*) FROM busy"), run.err());
            assertTrue(error.contains("state: 1 of 2 change sets applied; nothing of 2 remains"), run.err());
            assertTrue(run.err().indexOf("blocked by " + who) < run.err().indexOf("error["), run.err());
            assertTrue(run.err().contains("attempt 4 of 4"), run.err());
            assertFalse(run.err().contains("attempt 5"), run.err());
            assertEquals(List.of("null"), project.query("SELECT to_regclass('half')"));
            assertTrue(slowest.get().compareTo(LOCK_TIMEOUT.plus(SLACK)) < 0, "a query took " + slowest.get());
        }
    }

    private Duration slowestQuery(AtomicBoolean ended) {
        Duration slowest = Duration.ZERO;
        try (var application = project.database().connect();
                var statement = application.createStatement()) {
            while (!ended.get()) {
                long start = System.nanoTime();
                statement.execute("SELECT count(*) FROM busy");
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            return slowest;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void succeedsWhenTheBlockerLeaves() throws Exception {
        try (var blocker = reader()) {
            var run = CompletableFuture.supplyAsync(
                    () -> project.run("upgrade", "--lock-timeout", "300ms", "--lock-retries", "50"));
            Child.await("upgrade waits", () -> isWaiting());
            Thread.sleep(700);
            blocker.rollback();

            assertEquals(0, run.get().code(), run.get().toString());
            assertTrue(
                    run.get().err().contains("nothing of it remains; attempt 2 of 51"),
                    run.get().err());
            assertEquals(List.of("1", "2"), project.applied());
        }
    }

    @Test
    void waitsAsLongAsItTakesWithoutALockTimeout() throws Exception {
        try (var blocker = reader()) {
            var run = CompletableFuture.supplyAsync(() -> project.run("upgrade", "--lock-timeout", "0"));
            Child.await("upgrade waits", () -> isWaiting());
            Thread.sleep(2500);
            assertFalse(run.isDone());
            blocker.rollback();

            assertEquals(0, run.get().code(), run.get().toString());
            assertTrue(
                    run.get().err().contains("blocked by pid " + pid(blocker)),
                    run.get().err());
            assertFalse(run.get().err().contains("attempt"), run.get().err());
        }
    }

    @Test
    void triesAgainAfterADeadlock() throws Exception {
        project.sql("SET LOCAL deadlock_timeout = '2s'; LOCK TABLE busy; LOCK TABLE other; CREATE TABLE done ()");
        try (var rival = project.database().connect();
                var statement = rival.createStatement()) {
            rival.setAutoCommit(false);
            statement.execute("SET deadlock_timeout = '1min'; LOCK TABLE other");
            var run = CompletableFuture.supplyAsync(() -> project.run("upgrade", "--lock-timeout", "60s"));
            Child.await("upgrade waits", () -> isWaiting());
            statement.execute("LOCK TABLE busy");
            rival.commit();

            assertEquals(0, run.get().code(), run.get().toString());
            assertTrue(run.get().err().contains("met a deadlock"), run.get().err());
            assertEquals(List.of("1"), project.applied());
        }
    }

    /** A session that has read the table and does not end its transaction. */
    private Connection reader() throws SQLException {
        Connection connection = project.database().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET application_name = 'the \"old\" report'");
            statement.execute("SELECT count(*) FROM busy");
        }
        return connection;
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private boolean isWaiting() throws SQLException {
        return !project.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'schemactl%' AND wait_event_type = 'Lock'")
                .isEmpty();
    }
}
