package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shadows on the target's own server, with the target's own URL: the target's database stays as it is. */
final class ShadowOnTargetServerTest {

    /** Every object, setting and row that a replay in the wrong place would touch. */
    private static final List<String> STATE = List.of(
            "SELECT concat_ws(' ', oid, relnamespace, relname, relkind, relfilenode, relacl) FROM pg_class ORDER BY oid",
            "SELECT concat_ws(' ', oid, nspname, nspowner, nspacl) FROM pg_namespace ORDER BY oid",
            "SELECT concat_ws(' ', oid, typname, typnamespace) FROM pg_type ORDER BY oid",
            "SELECT concat_ws(' ', attrelid, attnum, attname, atttypid, attnotnull) FROM pg_attribute ORDER BY 1",
            "SELECT concat_ws(' ', d.oid, d.datname, d.datacl, s.setconfig) FROM pg_database d"
                    + " LEFT JOIN pg_db_role_setting s ON s.setdatabase = d.oid WHERE d.datname = current_database()",
            "SELECT d::text FROM databasechangelog d ORDER BY orderexecuted",
            "SELECT t::text FROM t ORDER BY a");

    @TempDir
    Path folder;

    @Test
    void staysAsItIsAlsoWhenTheRunIsKilled() throws Exception {
        try (TestDatabase database = TestServers.freshDatabase()) {
            var project = new Project(folder, database).sql("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)");
            assertEquals(0, project.run("upgrade").code());
            List<List<String>> before = state(project);
            Path other = Files.createDirectory(folder.resolve("other"));
            Project changed = new Project(other, database)
                    .sql(
                            "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)",
                            "DROP TABLE t; CREATE TABLE t (b text); CREATE SCHEMA s; SELECT pg_sleep(600)");

            Run done = project.run("diff", "--shadow", database.url());
            assertEquals(0, done.code(), done.toString());
            assertEquals(before, state(project));
            try (Child child = changed.start("diff", "--shadow", database.url())) {
                Child.await(
                        "the replay sleeps", () -> !project.query(sleeping()).isEmpty());
                assertEquals(before, state(project));
                child.kill();
            }
            // The server notices that the client is gone, and ends the statement.
            Child.await("nobody sleeps", () -> project.query(sleeping()).isEmpty());

            assertEquals(before, state(project));
            List<String> left = shadows(project);
            assertEquals(1, left.size(), "a killed run leaves its shadow for a day");
            assertTrue(left.get(0).matches("schemactl_shadow_\\d{19}"), left.toString());
            String aged = "schemactl_shadow_1600000000000" + left.get(0).substring(30);
            database.execute("ALTER DATABASE %s RENAME TO %s".formatted(left.get(0), aged));
            assertEquals(0, project.run("diff", "--shadow", database.url()).code());
            assertEquals(List.of(), shadows(project));
            assertEquals(before, state(project));
        }
    }

    /** Roles belong to the server: those that a killed run made there go a day later, if nobody has taken them. */
    @Test
    void forgetsRolesThatWereLeft() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase()) {
            var project = new Project(folder, database).sql("CREATE TABLE t (a int)");
            String made = "COMMENT ON ROLE %s IS 'made by schemactl for a shadow at %s';";
            database.execute(
                    "CREATE ROLE left_long_ago; CREATE ROLE left_now; CREATE ROLE taken LOGIN; CREATE ROLE owner_now;"
                            + made.formatted("left_long_ago", "1600000000000")
                            + made.formatted("left_now", System.currentTimeMillis())
                            + made.formatted("taken", "1600000000000")
                            + made.formatted("owner_now", "1600000000000")
                            + "CREATE SCHEMA owned AUTHORIZATION owner_now");
            try {
                Run run = project.run("diff", "changelog", "changelog", "--shadow", database.url());
                assertEquals(0, run.code(), run.toString());
                assertEquals(
                        List.of("left_now", "owner_now", "taken"),
                        project.query("SELECT rolname FROM pg_roles"
                                + " WHERE rolname IN ('left_long_ago', 'left_now', 'taken', 'owner_now') ORDER BY 1"));
            } finally {
                database.execute("DROP SCHEMA owned; DROP ROLE IF EXISTS left_long_ago, left_now, taken, owner_now");
            }
        }
    }

    private static String sleeping() {
        return "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname LIKE 'schemactl\\_shadow\\_%'";
    }

    private static List<String> shadows(Project project) throws SQLException {
        return project.query("SELECT datname FROM pg_database WHERE datname LIKE 'schemactl\\_shadow\\_%'");
    }

    private static List<List<String>> state(Project project) {
        return STATE.stream().map(query -> rows(project, query)).toList();
    }

    private static List<String> rows(Project project, String query) {
        try {
            return project.query(query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
