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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for databases with user mappings, whose passwords nobody reads. */
final class DiffSecretsTest {

    private static final String MAPPED = """
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER s FOREIGN DATA WRAPPER w;
            CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS ("User" 'me', password 'hunter2');
            CREATE USER MAPPING FOR PUBLIC SERVER s;
            """;

    @TempDir
    Path folder;

    @Test
    void leavesSecretsAlone() throws SQLException {
        try (Project project = Project.in(folder);
                TestDatabase to = TestServers.freshDatabase()) {
            TestDatabase from = project.database();
            from.execute(MAPPED);
            to.execute(MAPPED + "CREATE TABLE t (a int)");

            Run script = diff(project, from, to, "sql");
            Run story = diff(project, from, to, "liquibase");

            assertEquals(1, story.code(), story.toString());
            assertFalse(story.out().contains("MAPPING"), story.toString());
            assertEquals(1, script.code(), script.toString());
            assertFalse(script.out().contains("MAPPING"), script.toString());
            PsqlScript.run(from, script.out());
            assertEquals(0, diff(project, from, to, "text").code());
            assertEquals(
                    List.of("{User=me,password=hunter2}"),
                    project.query("SELECT umoptions FROM pg_user_mapping WHERE umoptions IS NOT NULL"));
        }
    }

    @Test
    void dropsThemAndDoesNotMakeThem() throws SQLException {
        try (Project project = Project.in(folder);
                TestDatabase from = TestServers.freshDatabase();
                TestDatabase to = TestServers.freshDatabase()) {
            from.execute(MAPPED);

            Run script = diff(project, from, to, "sql");
            Run back = diff(project, to, from, "sql");

            assertEquals(1, script.code(), script.toString());
            PsqlScript.run(from, script.out());
            assertEquals(0, diff(project, from, to, "text").code());
            assertEquals(6, back.code(), back.toString());
            assertTrue(back.err().contains("whose values are secret"), back.toString());
        }
    }

    private static Run diff(Project project, TestDatabase from, TestDatabase to, String format) {
        EmbeddedServer server = TestServers.server(TestServers.versions().get(0));
        String shadow = "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user(), server.password(), server.host(), server.port());
        return project.withSettings("diff", from.url(), to.url(), "--shadow", shadow, "--format", format);
    }
}
