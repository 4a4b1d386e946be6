package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sides of comparisons; the shadow is a server of the user's. */
final class DiffTest {

    private static final String SHADOWS =
            "SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE 'schemactl\\_shadow\\_%'";

    @TempDir
    Path folder;

    private static String server(int version) {
        EmbeddedServer server = TestServers.server(version);
        return "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user(), server.password(), server.host(), server.port());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17})
    void comparesADatabaseWithItsChangelog(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            var project = new Project(folder, database)
                    .sql("CREATE TABLE t (a int)", "CREATE INDEX i ON t (a)", "GRANT SELECT ON t TO \"No Such Role\"");
            String[] diff = {"diff", "--shadow", server(version)};
            database.execute("CREATE ROLE \"No Such Role\"");
            assertEquals(0, project.run("upgrade").code());
            database.execute("REVOKE ALL ON t FROM \"No Such Role\"; DROP ROLE \"No Such Role\"");
            Run grants = project.run(diff);
            assertEquals(1, grants.code(), grants.toString());
            assertTrue(grants.out().contains("No Such Role"), grants.toString());
            assertEquals(
                    0,
                    project.run("diff", "--shadow", server(version), "--ignore", "grants")
                            .code());

            database.execute("DROP INDEX i; ALTER TABLE t ALTER a TYPE bigint");
            Run damaged = project.run(diff);
            assertEquals(1, damaged.code(), damaged.toString());
            assertTrue(damaged.out().contains("+ index i on t"), damaged.toString());
            assertTrue(damaged.out().contains("type: bigint"), damaged.toString());
            assertEquals(List.of(), project.query(SHADOWS));
            assertEquals(List.of(), project.query("SELECT rolname FROM pg_roles WHERE rolname = 'No Such Role'"));
        }
    }

    /** A script cannot put a column where the changelog has it. */
    @Test
    void showsTheOrderOfColumnsWithoutCountingIt() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(14)) {
            var project = new Project(folder, database).sql("CREATE TABLE t (a int, b int, c int)");
            assertEquals(0, project.run("upgrade").code());
            database.execute("ALTER TABLE t DROP COLUMN b");
            Run script = project.run("diff", "--format", "sql", "--shadow", server(14));
            assertEquals(1, script.code(), script.toString());
            assertTrue(script.out().contains("-- Note: table t keeps the order of its columns"), script.toString());
            database.execute("ALTER TABLE t ADD COLUMN b int");

            Run repaired = project.run("diff", "--shadow", server(14));
            assertEquals(0, repaired.code(), repaired.toString());
            assertTrue(repaired.out().contains("    table t: a, c, b -> a, b, c\n"), repaired.toString());
            assertEquals(
                    1, project.run("diff", "--shadow", server(14), "--strict").code());
            Run verified = project.run("verify", "--shadow", server(14));
            assertEquals(0, verified.code(), verified.toString());
            assertTrue(
                    verified.out().contains("table t: order of columns is a, c, b, expected a, b, c"),
                    verified.toString());
        }
    }

    @Test
    void goesUpToAStory() throws SQLException, IOException {
        try (Project project = Project.in(folder)) {
            for (String story : List.of("story-1", "story-2")) {
                write(
                        story + "/changelog.yaml",
                        "databaseChangeLog:\n"
                                + Project.changeSet(
                                        Integer.parseInt(story.substring(6)),
                                        true,
                                        "CREATE TABLE \"%s\" (a int)".formatted(story)));
            }
            project.changelog("""
                      - include: { file: story-1/changelog.yaml, relativeToChangelogFile: true }
                      - include: { file: story-2/changelog.yaml, relativeToChangelogFile: true }
                    """);
            Run run = project.run("diff", "changelog@1", "changelog", "--shadow", server(14));
            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("1 difference: 1 added"), run.toString());
            assertTrue(run.out().contains("+ table \"story-2\""), run.toString());
            assertEquals(
                    2,
                    project.run("diff", "changelog@9", "--shadow", server(14)).code());
        }
    }

    @Test
    void runsFilesThatWaitForOthers() throws IOException, SQLException {
        try (Project project = Project.in(folder)) {
            write("sql/a.sql", "SET search_path = app;\nCREATE VIEW v AS SELECT a FROM t;");
            write("sql/b/c.sql", "BEGIN; CREATE TABLE app.t (a int); ALTER TABLE app.t OWNER TO nobody_here; COMMIT;");
            write("sql/d.sql", "CREATE SCHEMA app;");
            write(
                    "all.sql",
                    "CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE VIEW app.v AS SELECT a FROM app.t;");
            Run run =
                    project.withSettings("diff", "sql", "all.sql", "--shadow", server(14), "--ignore", "owner,grants");
            assertEquals(0, run.code(), run.toString());
            write("sql/e.sql", "SELECT 1;\n  SELECT * FROM nowhere;");
            Run failed = project.withSettings("diff", "sql", "all.sql", "--shadow", server(14));
            assertEquals(3, failed.code(), failed.toString());
            assertTrue(failed.err().contains("e.sql:2:17"), failed.toString());
            assertEquals(List.of(), project.query(SHADOWS));
            assertEquals(List.of(), project.query("SELECT rolname FROM pg_roles WHERE rolname = 'nobody_here'"));
        }
    }

    @Test
    void comparesDatabasesWithoutAChangelog() throws IOException, SQLException {
        try (Project project = Project.in(folder);
                TestDatabase other = TestServers.freshDatabase()) {
            other.execute("CREATE SCHEMA x; CREATE TABLE x.t (a int); CREATE TABLE x.tmp_1 (a int)");
            Run run = project.withSettings("diff", project.database().url(), other.url(), "--exclude", "x.tmp_*");
            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("(empty)") || run.out().contains("2 differences"), run.toString());
            assertTrue(
                    !run.out().contains("tmp_1")
                            && !run.toString().contains(other.server().password()),
                    run.toString());
            Run same = project.withSettings("diff", other.url(), other.url());
            assertEquals(0, same.code(), same.toString());
            assertTrue(same.err().contains("warning: both sides are the same database"), same.toString());
        }
    }

    @Test
    void saysWhatCannotBeASide() throws IOException, SQLException {
        try (Project project = Project.in(folder)) {
            write("a.sql", "SELECT 1;");
            write("psql.sql", "\\i a.sql\n");
            assertEquals(2, project.withSettings("diff", "a.sql", "b.sql").code());
            assertEquals(2, project.withSettings("diff", "a.sql", "chnagelog").code());
            assertEquals(
                    2,
                    project.withSettings("diff", "a.sql", "a.sql", "--shadow", "docker:")
                            .code());
            assertEquals(
                    3,
                    project.withSettings("diff", "psql.sql", "a.sql", "--shadow", server(14))
                            .code());
            assertEquals(
                    4,
                    project.withSettings("diff", "postgresql://x@localhost:1/x", "a.sql")
                            .code());
        }
    }

    @Test
    void dropsWhatKilledRunsLeftADayAgo() throws IOException, SQLException {
        try (Project project = Project.in(folder)) {
            String old = "schemactl_shadow_%013d000001"
                    .formatted(Instant.now().minus(Duration.ofHours(25)).toEpochMilli());
            String young =
                    "schemactl_shadow_%013d000002".formatted(Instant.now().toEpochMilli());
            project.database().execute("CREATE DATABASE " + old);
            project.database().execute("CREATE DATABASE " + young);
            write("a.sql", "CREATE TABLE t (a int);");
            assertEquals(
                    0,
                    project.withSettings("diff", "a.sql", "a.sql", "--shadow", server(14))
                            .code());
            assertEquals(List.of(young), project.query(SHADOWS));
            project.database().execute("DROP DATABASE " + young);
        }
    }
}
