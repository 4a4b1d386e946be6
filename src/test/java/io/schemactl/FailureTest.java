package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failing change set says, and what it leaves. */
final class FailureTest {

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
    void namesPlaceChangeSetAndState() throws SQLException {
        project.sql(
                "CREATE TABLE a (x int)", "CREATE TABLE b (x int);\nSELECT 'äöü',\n  nonsense", "CREATE TABLE c ()");

        var run = project.run("upgrade");

        assertEquals(5, run.code(), run.toString());
        assertTrue(run.err().contains("error[execution]"), run.err());
        assertTrue(run.err().contains("changelog.yaml:"), run.err());
        assertTrue(run.err().contains("42703"), run.err());
        assertTrue(run.err().contains("1 of 3 change sets applied; nothing of 2 remains"), run.err());
        assertMarks(run.err(), "nonsense");
        assertEquals(List.of("1"), project.applied());
        assertEquals(List.of("null"), project.query("SELECT to_regclass('b')"));
    }

    /** The mark stands under the first character of the word that the server objects to. */
    private static void assertMarks(String text, String word) {
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf('^');
            if (mark >= 0 && lines.get(i).strip().equals("^")) {
                assertTrue(lines.get(i - 1).substring(mark).startsWith(word), text);
                return;
            }
        }
        throw new AssertionError("no mark in\n" + text);
    }

    @Test
    void marksThePlaceBehindCharactersOutsideTheBasicPlane() {
        project.sql("SELECT '😀€', nonsense");

        assertTrue(project.run("upgrade").err().contains("^"));
    }

    @Test
    void namesThePlaceInsideADoBlock() {
        project.sql("DO $$\nBEGIN\n  PERFORM 1;\n  PERFORM nonsense();\nEND $$");

        var run = project.run("upgrade");

        assertEquals(5, run.code());
        assertTrue(run.err().contains("nonsense"), run.err());
        assertTrue(run.err().contains("PL/pgSQL function inline_code_block line 4"), run.err());
    }

    @Test
    void takesBackWhatADeferredConstraintRefusesAtCommit() throws SQLException {
        project.sql(
                "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
                "INSERT INTO c VALUES (1)");

        var run = project.run("upgrade");

        assertEquals(5, run.code());
        assertTrue(run.err().contains("23503"), run.err());
        assertTrue(run.err().contains("1 of 2 change sets applied; nothing of 2 remains"), run.err());
        assertEquals(List.of("1"), project.applied());
    }

    @Test
    void goesOnBehindAChangeSetThatMayFail() throws SQLException {
        project.changelog("""
                  - changeSet: {id: 1, author: t, failOnError: false, changes: [{sql: {sql: "SELECT nonsense"}}]}
                  - changeSet: {id: 2, author: t, changes: [{sql: {sql: "CREATE TABLE b ()"}}]}
                """);

        var run = project.run("upgrade");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("2"), project.applied());
    }

    @Test
    void refusesTransactionControlBeforeAnythingRuns() throws SQLException {
        for (String sql : List.of("COMMIT", "BEGIN", "ROLLBACK", "START TRANSACTION", "END", "ABORT")) {
            project.sql("CREATE TABLE a ()", "CREATE TABLE b ();\n" + sql + ";\nCREATE TABLE c ()");

            var run = project.run("upgrade");

            assertEquals(3, run.code(), run.toString());
            assertTrue(run.err().contains("error[changelog]: " + sql.split(" ")[0]), run.err());
            assertTrue(run.err().contains("runInTransaction: false"), run.err());
            assertTrue(run.err().contains("changelog.yaml:"), run.err());
            assertMarks(run.err(), sql);
            assertEquals(List.of("null"), project.query("SELECT to_regclass('a')"), sql);
        }
    }

    @Test
    void leavesSavepointsAndFunctionBodiesAlone() throws SQLException {
        project.sql(
                "SAVEPOINT s; CREATE TABLE a (); ROLLBACK TO s; RELEASE s; CREATE TABLE b ()",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END",
                "CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$");

        var run = project.run("upgrade");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("1", "2", "3", "4"), project.applied());
        assertEquals(List.of("null"), project.query("SELECT to_regclass('a')"));
    }

    @Test
    void takesBackAProcedureThatCommits() throws SQLException {
        project.sql("CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE a (); COMMIT; END $$", "CALL p()");

        var run = project.run("upgrade");

        assertEquals(5, run.code());
        assertTrue(run.err().contains("2D000"), run.err());
        assertTrue(run.err().contains("runInTransaction: false"), run.err());
        assertEquals(List.of("null"), project.query("SELECT to_regclass('a')"));
    }

    @Test
    void lostConnectionAtCommitIsSaidToLeaveADoubt() throws SQLException {
        project.sql("""
                CREATE TABLE a (x int);
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION die();
                INSERT INTO a VALUES (1);
                """);

        var run = project.run("upgrade");

        assertEquals(5, run.code(), run.toString());
        assertTrue(
                run.err().contains("state: 0 of 1 change sets applied; whether 1 was committed is not known"),
                run.err());
    }

    @Test
    void lostConnectionIsSaidSo() throws SQLException {
        project.sql("CREATE TABLE a ()", "CREATE TABLE b (); SELECT pg_terminate_backend(pg_backend_pid())");

        var run = project.run("upgrade");

        assertEquals(5, run.code(), run.toString());
        assertTrue(run.err().contains("error[connection-lost]"), run.err());
        assertTrue(run.err().contains("1 of 2 change sets applied; nothing of 2 remains"), run.err());
        assertFalse(run.err().contains("could not write who"), run.err());
        assertEquals(List.of("1"), project.applied());
    }
}
