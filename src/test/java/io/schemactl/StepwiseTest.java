package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change sets that do not run in a transaction. */
final class StepwiseTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() throws SQLException {
        project = Project.in(folder);
        project.database().execute("CREATE TABLE a (x int, y int); INSERT INTO a VALUES (1, 1), (1, 2)");
    }

    @AfterEach
    void close() throws SQLException {
        assertTrue(project.query("SELECT 1 FROM pg_class WHERE relname = 'databasechangelog_started'")
                .isEmpty());
        project.close();
    }

    private Project.Run upgrade(String sql) {
        return project.changelog(Project.changeSet(1, false, sql)).run("upgrade");
    }

    private List<String> indexes() throws SQLException {
        return project.query("SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index"
                + " WHERE indrelid = 'a'::regclass ORDER BY 1");
    }

    @Test
    void failedBuildLeavesNoInvalidIndexAndTheNextRunBuildsIt() throws SQLException {
        var failed = upgrade("CREATE UNIQUE INDEX CONCURRENTLY one_x ON a (x)");

        assertEquals(5, failed.code());
        assertTrue(failed.err().contains("23505"), failed.err());
        assertTrue(failed.err().contains("the next run goes on there"), failed.err());
        assertEquals(List.of(), indexes());
        project.database().execute("DELETE FROM a WHERE y = 2");
        var next = project.run("upgrade");
        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("one_x true"), indexes());
    }

    @Test
    void rebuildsInvalidIndexThatSomebodyElseLeft() throws SQLException {
        for (String ifNotExists : List.of("", "IF NOT EXISTS ")) {
            try (var connection = project.database().connect();
                    var statement = connection.createStatement()) {
                statement.execute("DROP INDEX IF EXISTS one; DROP TABLE IF EXISTS databasechangelog");
                statement.execute("CREATE INDEX one ON a (x)");
                statement.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'one'::regclass");
            }

            var run = upgrade("CREATE INDEX CONCURRENTLY " + ifNotExists + "one ON a (x, y)");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.err().contains("index public.one is invalid"), run.err());
            assertEquals(List.of("one true"), indexes());
            assertTrue(project.query("SELECT pg_get_indexdef('one'::regclass)")
                    .get(0)
                    .contains("(x, y)"));
        }
    }

    @Test
    void findsTheInvalidIndexInItsTablesSchema() throws SQLException {
        project.database().execute("CREATE SCHEMA app; CREATE INDEX one ON a (x)");
        project.database().execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'one'::regclass");

        var run =
                upgrade("SET search_path TO app, public;\nCREATE INDEX CONCURRENTLY one ON a (x);\nCREATE TABLE b ()");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("one true"), indexes());
        assertEquals(List.of("app"), project.query("SELECT schemaname FROM pg_tables WHERE tablename = 'b'"));
    }

    @Test
    void validIndexOfThatNameIsAnErrorAsInPsql() throws SQLException {
        project.database().execute("CREATE INDEX one ON a (x)");

        var run = upgrade("CREATE INDEX CONCURRENTLY one ON a (x, y)");

        assertEquals(5, run.code());
        assertTrue(run.err().contains("42P07"), run.err());
        project.database().execute("DROP INDEX one");
        assertEquals(0, project.run("upgrade").code());
    }

    @Test
    void goesOnBehindWhatIsDone() throws Exception {
        project.changelog(Project.changeSet(1, false, """
                INSERT INTO a VALUES (2, 1);
                CREATE INDEX CONCURRENTLY one ON a (x);
                SET search_path TO pg_catalog, public;
                INSERT INTO a VALUES (2, 2);
                SELECT pg_sleep(600);
                """));
        var child = project.start("upgrade");
        Child.await(
                "upgrade sleeps",
                () -> !project.query("SELECT 1 FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event = 'PgSleep'")
                        .isEmpty());
        child.kill();

        // The text of a change set may change while it is not applied; what is done stays done.
        var next = upgrade("""
                INSERT INTO a VALUES (2, 1);
                CREATE INDEX CONCURRENTLY one ON a (x);
                SET search_path TO pg_catalog, public;
                INSERT INTO a VALUES (2, 2);
                CREATE TABLE public.b AS SELECT current_setting('search_path') AS path
                """);

        assertEquals(0, next.code(), next.toString());
        assertTrue(next.err().contains("was started before; 4 of its statements are done"), next.err());
        assertEquals(List.of("1", "2"), project.query("SELECT y FROM a WHERE x = 2 ORDER BY y"));
        assertEquals(List.of("pg_catalog, public"), project.query("SELECT path FROM b"));
    }

    @Test
    void keepsTheAuthorsOwnTransactionsWhole() throws SQLException {
        var failed = upgrade("""
                CREATE TABLE b (x int);
                BEGIN;
                INSERT INTO b VALUES (1);
                INSERT INTO b VALUES (1 / 0);
                COMMIT;
                """);
        assertEquals(5, failed.code());
        assertEquals(List.of(), project.query("SELECT x FROM b"));

        var next = upgrade("""
                CREATE TABLE b (x int);
                BEGIN;
                INSERT INTO b VALUES (1);
                INSERT INTO b VALUES (2);
                COMMIT;
                BEGIN;
                INSERT INTO b VALUES (3);
                ROLLBACK;
                INSERT INTO b VALUES (4);
                """);

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("1", "2", "4"), project.query("SELECT x FROM b ORDER BY x"));
    }

    @Test
    void keepsItsLock() throws SQLException {
        var run = upgrade("CREATE TABLE b ();\nDISCARD ALL");

        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("fix: say RESET ALL"), run.err());
        assertEquals(0, upgrade("CREATE TABLE b ();\nRESET ALL").code());
    }

    @Test
    void runsWhatWantsNoTransaction() throws SQLException {
        var run = upgrade("""
                VACUUM a;
                CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO a VALUES (7); COMMIT; INSERT INTO a VALUES (8); END $$;
                CALL p();
                CREATE TYPE color AS ENUM ('red');
                ALTER TYPE color ADD VALUE 'blue';
                CREATE TABLE c (c color DEFAULT 'blue');
                REINDEX TABLE CONCURRENTLY a;
                """);

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("7", "8"), project.query("SELECT x FROM a WHERE x > 5 ORDER BY x"));
    }

    @Test
    void retriesAfterALockTimeoutWithoutRedoing() throws Exception {
        try (var blocker = project.database().connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT FROM a");
            project.changelog(Project.changeSet(
                    1, false, "CREATE TABLE b (x int);\nINSERT INTO b VALUES (1);\nALTER TABLE a ADD COLUMN z int"));
            var run = CompletableFuture.supplyAsync(
                    () -> project.run("upgrade", "--lock-timeout", "200ms", "--lock-retries", "50"));
            Child.await(
                    "a lock timeout",
                    () -> !project.query(
                                    "SELECT 1 FROM pg_stat_activity WHERE datname ="
                                            + " current_database() AND application_name LIKE 'schemactl%' AND wait_event_type = 'Lock'")
                            .isEmpty());
            Thread.sleep(600);
            blocker.rollback();

            assertEquals(0, run.get().code(), run.get().toString());
            assertFalse(
                    run.get().err().contains("nothing of it remains"), run.get().err());
            assertEquals(List.of("1"), project.query("SELECT x FROM b"));
        }
    }
}
