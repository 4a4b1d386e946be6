package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database itself is set to, between databases and between a changelog and its target. */
final class DiffDatabaseTest {

    private final String developer = "dev_" + UUID.randomUUID();

    @TempDir
    Path folder;

    private TestDatabase other;
    private Project project;

    @BeforeEach
    void setUp() throws SQLException {
        project = Project.in(folder).sql("CREATE TABLE t (a int)");
        other = TestServers.freshDatabase();
        other.execute("CREATE ROLE \"%s\" LOGIN CREATEDB PASSWORD 'x'".formatted(developer));
    }

    @AfterEach
    void tidy() throws SQLException {
        other.execute("DROP OWNED BY \"%1$s\"; DROP ROLE \"%1$s\"".formatted(developer));
        other.close();
        project.close();
    }

    private static void set(TestDatabase database, String... commands) throws SQLException {
        for (String command : commands) {
            database.execute(command.formatted("\"" + database.name() + "\""));
        }
    }

    private Run diffAs(String user, String password, String... more) {
        EmbeddedServer server = other.server();
        String shadow = "postgresql://%s:%s@%s:%d/postgres".formatted(user, password, server.host(), server.port());
        var arguments = new ArrayList<>(List.of("diff", project.database().url(), other.url(), "--shadow", shadow));
        arguments.addAll(List.of(more));
        return project.withSettings(arguments.toArray(String[]::new));
    }

    private Run diff(String... more) {
        return diffAs(other.server().user(), other.server().password(), more);
    }

    @Test
    void isMendedByAScriptThatDoesNotNameIt() throws SQLException {
        set(
                other,
                "ALTER DATABASE %s SET search_path TO \"$user\", public",
                "ALTER ROLE CURRENT_USER IN DATABASE %s SET work_mem TO '7MB'",
                "COMMENT ON DATABASE %s IS 'it''s'",
                "REVOKE CONNECT ON DATABASE %s FROM PUBLIC");

        Run text = diff();
        Run script = diff("--format", "sql");

        assertEquals(1, text.code(), text.toString());
        assertTrue(text.out().contains("~ database itself"), text.out());
        assertTrue(text.out().contains("+ setting search_path: \"$user\", public"), text.out());
        assertEquals(1, script.code(), script.toString());
        assertFalse(script.out().contains(other.name() + "\""), script.out());
        PsqlScript.run(project.database(), script.out());
        assertEquals(0, diff().code());
        assertEquals(0, diff("--schema", "public").code());
    }

    @Test
    void isLeftAloneWhereItDoesNotCount() throws SQLException {
        String[] needsMoreThanTheShadowsRoleMay = {"ALTER ROLE CURRENT_USER IN DATABASE %s SET work_mem TO '7MB'"};
        set(other, needsMoreThanTheShadowsRoleMay);
        other.execute("CREATE TABLE n (a int)");

        Run refused = diffAs(developer, "x", "--format", "sql");
        Run ignored = diffAs(developer, "x", "--format", "sql", "--ignore", "database");
        Run story = diffAs(developer, "x", "--format", "liquibase", "--ignore", "database");
        set(project.database(), needsMoreThanTheShadowsRoleMay);
        Run equal = diffAs(developer, "x", "--format", "sql");

        assertEquals(5, refused.code(), refused.toString());
        assertTrue(refused.err().contains("--ignore database"), refused.err());
        for (Run run : List.of(ignored, story, equal)) {
            assertEquals(1, run.code(), run.toString());
            assertFalse(run.out().contains("work_mem"), run.out());
            assertTrue(run.out().contains("n"), run.out());
        }
    }

    /** Somebody froze it: the script that takes that back must not fail for it. */
    @Test
    void isMendedThoughSessionsBeginReadOnly() throws SQLException {
        project.database().execute("CREATE TABLE gone (a int)");
        set(project.database(), "ALTER DATABASE %s SET default_transaction_read_only TO on");

        Run script = diff("--format", "sql");

        assertEquals(1, script.code(), script.toString());
        PsqlScript.run(project.database(), script.out());
        assertEquals(0, diff().code());
        assertFalse(diff("--format", "sql").out().contains("read_only"));
    }

    /** A target's own search path holds for the replay of its changelog, and is a difference all the same. */
    @Test
    void isDriftOfTheTarget() throws SQLException {
        String server = TestServers.shadow(project.database().majorVersion());
        assertEquals(0, project.run("upgrade").code());
        assertEquals(0, project.run("verify", "--shadow", server).code());
        set(project.database(), "ALTER DATABASE %s SET search_path TO public, pg_temp");

        Run drift = project.run("verify", "--shadow", server);
        Run ignored = project.run("verify", "--shadow", server, "--ignore", "database");

        assertEquals(1, drift.code(), drift.toString());
        assertTrue(drift.out().contains("database itself: setting search_path is public, pg_temp"), drift.out());
        assertEquals(0, ignored.code(), ignored.toString());
    }

    /** What a template would not hand on: the second replay begins with nothing of the first. */
    @Test
    void isWhatStoriesSay() throws SQLException {
        project.sql("""
                DO $$ BEGIN
                  EXECUTE format('ALTER DATABASE %I SET search_path TO public, pg_temp', current_database());
                  EXECUTE format('COMMENT ON DATABASE %I IS ''ours''', current_database());
                END $$""");
        String server = TestServers.shadow(project.database().majorVersion());
        assertEquals(0, project.run("upgrade").code());
        for (int i = 0; i < 2; i++) {
            Run verified = project.run("verify", "--shadow", server);
            assertEquals(0, verified.code(), verified.toString());
        }
        set(project.database(), "ALTER DATABASE %s RESET search_path");
        Run drift = project.run("verify", "--shadow", server);
        assertEquals(1, drift.code(), drift.toString());
        assertTrue(drift.out().contains("setting search_path is none, expected public, pg_temp"), drift.out());
    }
}
