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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the objects belong to that a script makes, where the database is not a superuser's. */
final class DiffOwnersTest {

    private final String owner = "Owner " + UUID.randomUUID();
    private final String developer = "dev_" + UUID.randomUUID();

    @TempDir
    Path folder;

    private TestDatabase database;
    private Project project;

    @BeforeEach
    void giveTheDatabaseAway() throws SQLException {
        database = TestServers.freshDatabase(TestServers.versions().get(0));
        database.execute(
                "CREATE ROLE \"%1$s\"; CREATE ROLE \"%2$s\" LOGIN CREATEDB PASSWORD 'x'; ALTER DATABASE \"%3$s\" OWNER TO \"%1$s\""
                        .formatted(owner, developer, database.name()));
        database.execute("SET ROLE \"%s\"; CREATE SCHEMA app; CREATE TABLE app.t (a int); RESET ROLE".formatted(owner));
        project = new Project(folder, database)
                .sql("CREATE SCHEMA app", "CREATE TABLE app.t (a int)", "CREATE TABLE app.n (a serial)");
    }

    @AfterEach
    void dropRoles() throws SQLException {
        database.execute(
                "DROP OWNED BY \"%1$s\", \"%2$s\"; ALTER DATABASE \"%3$s\" OWNER TO CURRENT_USER; DROP ROLE \"%1$s\", \"%2$s\""
                        .formatted(owner, developer, database.name()));
        database.close();
    }

    private String shadow(String user, String password) {
        EmbeddedServer server = database.server();
        return "postgresql://%s:%s@%s:%d/postgres".formatted(user, password, server.host(), server.port());
    }

    @Test
    void givesWhatIsNewToTheDatabasesOwner() throws SQLException {
        String superuser = shadow(database.server().user(), database.server().password());
        Run script = project.run("diff", "--format", "sql", "--shadow", superuser);
        assertEquals(1, script.code(), script.toString());
        assertTrue(script.out().contains("ALTER TABLE \"app\".\"n\" OWNER TO \"%s\"".formatted(owner)), script.out());
        PsqlScript.run(database, script.out());
        assertEquals(
                List.of(owner), project.query("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'app'"));
        Run again = project.run("diff", "--shadow", superuser);
        assertEquals(0, again.code(), again.toString());
    }

    /** The shadow's role has no default privileges, so that what is new there has other grants. */
    @Test
    void leavesNewObjectsTheGrantsThatTheyBeginWith() throws SQLException {
        database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE \"%s\" GRANT SELECT ON TABLES TO PUBLIC".formatted(owner));
        String superuser = shadow(database.server().user(), database.server().password());
        for (String format : List.of("sql", "liquibase")) {
            Run script = project.run("diff", "--format", format, "--shadow", superuser, "--ignore", "grants");
            assertEquals(1, script.code(), script.toString());
            assertFalse(script.out().matches("(?s).*(GRANT|REVOKE).*"), script.out());
        }
    }

    /** Such a role cannot give objects to others, and nobody should need more to see what differs. */
    @Test
    void triesScriptsAsARoleThatMayOnlyCreateDatabases() throws SQLException {
        String[] diff = {"diff", "--format", "sql", "--shadow", shadow(developer, "x")};
        Run script = project.run(diff);
        assertEquals(1, script.code(), script.toString());
        assertFalse(script.out().contains("OWNER TO"), script.out());
        assertTrue(script.err().contains("belongs to whoever runs the script"), script.err());
        PsqlScript.run(database, "SET ROLE \"%s\";\n%s".formatted(owner, script.out()));
        Run again = project.run("diff", "--shadow", shadow(developer, "x"));
        assertEquals(0, again.code(), again.toString());
    }
}
