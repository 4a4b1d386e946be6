package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock that lets one schemactl at a time work on a database. */
final class OneAtATimeTest {

    /** Sleeps until somebody opens the gate. */
    private static final String AT_GATE =
            "DO 'BEGIN WHILE NOT EXISTS (SELECT FROM gate) LOOP PERFORM pg_sleep(0.1); END LOOP; END'";

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

    @Test
    void saysWhoHoldsTheLockAndGivesUp() throws Exception {
        project.sql("CREATE TABLE a ()", "SELECT pg_sleep(600)");
        var holder = CompletableFuture.supplyAsync(() -> project.run("upgrade"));
        awaitSleep();

        var run = project.run("upgrade", "--lock-wait", "1s");

        assertEquals(4, run.code(), run.toString());
        String pid = project.query("SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%'"
                        + " AND pid <> pg_backend_pid() AND state = 'active'")
                .get(0);
        String who = "pid %s, user %s (schemactl test upgrade) from 127.0.0.1, active for"
                .formatted(pid, project.database().server().user());
        assertTrue(run.err().contains("waiting for another schemactl: " + who), run.err());
        assertTrue(run.err().contains("error[locked]"), run.err());
        assertTrue(run.err().contains("state: nothing was changed"), run.err());
        assertTrue(run.err().contains("SELECT pg_sleep(600)"), run.err());
        assertEquals(List.of("1"), project.applied());

        project.query("SELECT pg_cancel_backend(" + pid + ")");
        assertEquals(5, holder.get().code());
    }

    @Test
    void buildsIndexesConcurrentlyWhileOthersWait() throws Exception {
        project.database().execute("CREATE TABLE gate (is_open boolean)");
        project.changelog(Project.changeSet(1, true, "CREATE TABLE a (x int); " + AT_GATE)
                + Project.changeSet(2, false, "CREATE INDEX CONCURRENTLY i ON a (x)")
                + Project.changeSet(3, false, "DROP INDEX CONCURRENTLY i"));
        var first = project.start("upgrade");
        awaitSleep();
        var second = project.start("upgrade");
        var third = project.start("upgrade");
        for (Child waiting : List.of(second, third)) {
            Child.await("it waits", () -> waiting.err().contains("waiting for another schemactl"));
        }
        project.database().execute("INSERT INTO gate VALUES (true)");

        for (Child child : List.of(first, second, third)) {
            assertEquals(0, child.code(), child.toString());
        }
        assertEquals(List.of("1", "2", "3"), project.applied());
    }

    @Test
    void lockAndStatementEndSoonAfterTheirProcess() throws Exception {
        project.sql("SELECT pg_sleep(600)");
        var child = project.start("upgrade");
        awaitSleep();
        child.kill();
        long start = System.nanoTime();

        var next = project.sql("CREATE TABLE a ()").run("upgrade");

        assertEquals(0, next.code(), next.toString());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, "waited " + took);
        assertEquals(
                List.of("0"),
                project.query(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()"));
    }

    @Test
    void staleLockRowOfTheStockEngineDoesNotBlock() throws Exception {
        project.database().execute("""
                CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL,
                    lockgranted timestamp, lockedby varchar(255));
                INSERT INTO databasechangeloglock VALUES (1, true, LOCALTIMESTAMP - interval '3 hours 5 minutes', 'ci-7 (10.0.0.7)')
                """);
        project.sql("CREATE TABLE a ()");

        var run = project.run("upgrade");

        assertEquals(0, run.code(), run.toString());
        assertTrue(run.err().contains("has been held by ci-7 (10.0.0.7) for 3 h 5 min"), run.err());
        assertTrue(project.run("status").toString().contains("ci-7"), "status says so too");
    }

    private void awaitSleep() throws Exception {
        Child.await(
                "upgrade sleeps",
                () -> !project.query("SELECT 1 FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event = 'PgSleep'")
                        .isEmpty());
    }
}
