package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that may not do everything, and databases that cannot hold everything. */
final class RolesTest {

    @TempDir
    Path folder;

    private Project project;
    private String role;

    @BeforeEach
    void open() throws SQLException {
        project = Project.in(folder);
        role = "r_" + project.database().name();
        project.database().execute("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(role));
    }

    @AfterEach
    void close() throws SQLException {
        project.database().execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        project.close();
    }

    private String url() {
        var server = project.database().server();
        return "postgresql://%s:secret@%s:%d/%s"
                .formatted(
                        role, server.host(), server.port(), project.database().name());
    }

    @Test
    void recordsWhoDidWhat() throws SQLException {
        project.sql("CREATE TABLE a ()", "SELECT nonsense");

        assertEquals(5, project.run("upgrade").code());
        project.sql("CREATE TABLE a ()");
        assertEquals(0, project.run("rollback", "--count", "1").code());

        var history = project.run("history");
        assertEquals(0, history.code(), history.toString());
        assertTrue(history.out().contains(project.database().server().user()), history.out());
        assertTrue(history.out().contains("rolled back"), history.out());
    }

    @Test
    void whoDoesNotOwnTheHistoryLosesOnlyTheNote() throws SQLException {
        project.sql("CREATE TABLE a ()");
        assertEquals(0, project.run("upgrade").code());
        project.database()
                .execute("GRANT ALL ON SCHEMA public TO %1$s; GRANT ALL ON databasechangelog TO %1$s".formatted(role));
        project.sql("CREATE TABLE a ()", "CREATE TABLE b ()");

        var run = project.runAs(url(), "upgrade");

        assertEquals(0, run.code(), run.toString());
        assertTrue(run.err().contains("could not write who did this into the history"), run.err());
        assertEquals(List.of("1", "2"), project.applied());
    }

    @Test
    void readOnlyRoleCanLook() throws SQLException {
        project.sql("CREATE TABLE a ()");
        assertEquals(0, project.run("upgrade").code());
        project.database()
                .execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s; ALTER ROLE %1$s SET".formatted(role)
                        + " default_transaction_read_only = on");

        for (String command : List.of("status", "history", "verify", "plan")) {
            var run = command.equals("verify")
                    ? project.runAs(url(), command, "--ignore", "grants")
                    : project.runAs(url(), command);
            assertEquals(0, run.code(), command + ": " + run);
        }
        project.sql("CREATE TABLE a ()", "CREATE TABLE b ()");
        var run = project.runAs(url(), "upgrade");
        assertEquals(4, run.code(), run.toString());
        assertTrue(run.err().contains("read-only") && run.err().contains("nothing was changed"), run.err());
    }

    @Test
    void whoMayNotCreateIsToldWhatToGrant() throws SQLException {
        project.database().execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        project.sql("CREATE TABLE a ()");

        var run = project.runAs(url(), "upgrade");

        assertEquals(4, run.code(), run.toString());
        assertTrue(run.err().contains("error[permission]"), run.err());
        assertTrue(run.err().contains("state: nothing was changed"), run.err());
        assertTrue(run.err().contains("fix: GRANT CREATE, USAGE ON SCHEMA public"), run.err());
    }

    @Test
    void whoMayNotTouchATableIsToldSo() throws SQLException {
        project.database().execute("CREATE TABLE theirs (x int); GRANT ALL ON SCHEMA public TO " + role);
        project.sql("ALTER TABLE theirs ADD COLUMN y int");

        var run = project.runAs(url(), "upgrade");

        assertEquals(5, run.code(), run.toString());
        assertTrue(run.err().contains("42501"), run.err());
        assertTrue(run.err().contains("fix: grant the role"), run.err());
        assertFalse(run.err().contains("mend the change set"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII", "UTF8"})
    void namesWithUmlautsFitIntoEveryEncoding(String encoding) throws SQLException {
        String name = project.database().name() + "_x";
        project.database()
                .execute("CREATE DATABASE %s TEMPLATE template0 ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C'"
                        .formatted(name, encoding));
        try (var other = new Project(folder, new TestDatabase(project.database().server(), name))) {
            other.changelog("""
                      - changeSet:
                          id: größe
                          author: Jürgen
                          changes:
                            - createTable: {tableName: straße, columns: [{column: {name: länge, type: int}}]}
                    """);

            var run = other.run("upgrade");
            assertEquals(0, run.code(), run.toString());
            assertFalse(run.err().contains("could not"), run.err());
            var history = other.run("history");
            assertTrue(history.out().contains("größe"), history.toString());
            assertEquals(0, other.run("verify").code());
            assertEquals(0, other.run("rollback", "--count", "1").code());
        }
    }
}
