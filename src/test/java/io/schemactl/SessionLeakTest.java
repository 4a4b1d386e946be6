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

/** What a change set sets in its session stays in it. */
final class SessionLeakTest {

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
    void searchPathEndsWithItsChangeSet() throws SQLException {
        project.sql(
                "CREATE SCHEMA other; SET search_path TO other; CREATE TABLE a ()",
                "CREATE TABLE b ()",
                "SET search_path TO ''; SET intervalstyle TO 'iso_8601'",
                "CREATE TABLE c ()");

        var run = project.run("upgrade");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("1", "2", "3", "4"), project.applied());
        assertEquals(
                List.of("other.a", "public.b", "public.c"),
                project.query("SELECT schemaname || '.' || tablename FROM pg_tables WHERE tablename IN ('a', 'b', 'c')"
                        + " ORDER BY tablename"));
    }

    @Test
    void lesserRoleDoesNotWriteTheHistory() throws SQLException {
        String role = "r_" + project.database().name();
        project.database().execute("CREATE ROLE " + role + "; CREATE SCHEMA mine AUTHORIZATION " + role);
        try {
            project.sql(
                    "SET ROLE " + role + "; CREATE TABLE mine.a ()",
                    "CREATE TABLE public.b ()",
                    "SELECT set_config('role', '" + role + "', false); CREATE TABLE mine.c ()",
                    "SET SESSION AUTHORIZATION " + role + "; CREATE TABLE mine.d ()",
                    "DO $$ BEGIN SET ROLE " + role + "; END $$");

            var run = project.run("upgrade");

            assertEquals(0, run.code(), run.toString());
            assertFalse(run.err().contains("could not write"), run.err());
            assertEquals(List.of("1", "2", "3", "4", "5"), project.applied());
            assertEquals(
                    List.of(role),
                    project.query("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'mine'"));
        } finally {
            project.database().execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void lesserRoleDoesNotKeepTheJournal() throws SQLException {
        String role = "r_" + project.database().name();
        project.database().execute("CREATE ROLE " + role + "; CREATE SCHEMA mine AUTHORIZATION " + role);
        try {
            project.changelog(Project.changeSet(
                    1,
                    false,
                    "SET ROLE %s;\nSET search_path TO mine;\nCREATE TABLE a (x int);\nCREATE INDEX CONCURRENTLY i ON a (x);\n"
                                    .formatted(role)
                            + "CREATE TABLE b (x int);\nRESET ROLE"));

            var run = project.run("upgrade");

            assertEquals(0, run.code(), run.toString());
            assertEquals(
                    List.of("a", "b"),
                    project.query(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'mine' AND tableowner = '%s' ORDER BY 1"
                                    .formatted(role)));
            assertTrue(project.query("SELECT 1 FROM pg_class WHERE relname = 'databasechangelog_started'")
                    .isEmpty());
        } finally {
            project.database().execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }
}
