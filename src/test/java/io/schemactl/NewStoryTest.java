package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command new, and {@code diff --format liquibase}, on real databases. */
final class NewStoryTest {

    private static final String ROOT = """
            # The stories.
            databaseChangeLog:
              - include:
                  file: one/changelog.yaml
                  relativeToChangelogFile: true
            # The end.
            """;

    @TempDir
    private Path folder;

    private Project project() throws IOException {
        Files.createDirectories(folder.resolve("one"));
        return Project.in(folder)
                .file("changelog.yaml", ROOT)
                .file(
                        "one/changelog.yaml",
                        "databaseChangeLog:\n" + Project.changeSet(1, true, "CREATE TABLE t (id bigint PRIMARY KEY)"));
    }

    @Test
    void writesAnEmptyStoryWithoutADatabase() throws SQLException, IOException {
        try (Project project = project()) {
            Project.Run run = project.runAs("postgresql://nobody@127.0.0.1:1/none", "new", "two", "--author", "ann");

            assertEquals(0, run.code(), run.toString());
            assertEquals(
                    ROOT.replace(
                            "# The end.",
                            "  - include:\n      file: two/changelog.yaml\n      relativeToChangelogFile: true\n# The end."),
                    Files.readString(folder.resolve("changelog.yaml")));
            assertTrue(text("two/changelog.yaml").contains("      author: ann\n"), text("two/changelog.yaml"));
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run("verify").code());
            assertEquals(0, project.run("rollback", "--count", "1").code());
            assertEquals(List.of("changelog.yaml", "one", "two"), files());
        }
    }

    @Test
    void writesWhatWasDoneByHandWhichAnotherDatabaseThenGets() throws SQLException, IOException {
        try (Project project = project();
                Project other = Project.in(folder)) {
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("""
                    ALTER TABLE t ADD note text NOT NULL DEFAULT 'x';
                    CREATE INDEX ix ON t (note);
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                    CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()""");

            Project.Run run = project.run("new", "two", "--from-diff");

            assertEquals(0, run.code(), run.toString());
            String changelog = text("two/changelog.yaml");
            assertTrue(changelog.contains("- addColumn:"), changelog);
            assertTrue(changelog.contains("runInTransaction: false"), changelog);
            assertTrue(changelog.contains("# Data are lost: "), changelog);
            Project.Run upgraded = other.run("upgrade");
            assertEquals(0, upgraded.code(), upgraded + changelog);
            assertEquals(0, other.run("verify").code(), text("two/expect.yaml"));
            Project.Run same =
                    other.run("diff", project.database().url(), other.database().url());
            assertEquals(0, same.code(), same.toString());
            Project.Run back = other.run("rollback", "--to", "one");
            assertEquals(0, back.code(), back.toString());
            assertEquals(
                    0,
                    other.run("diff", other.database().url(), "changelog@one").code());
        }
    }

    @Test
    void writesNothingWhereNothingDiffers() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());

            Project.Run run = project.run("new", "two", "--from-diff");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().startsWith("no differences; nothing was written"), run.out());
            assertEquals(List.of("changelog.yaml", "one"), files());
        }
    }

    @Test
    void leadsToTheSchemaInAFile() throws SQLException, IOException {
        try (Project project = project()) {
            project.file("wished.sql", "CREATE TABLE t (id bigint PRIMARY KEY, n integer)");

            Project.Run run = project.run("new", "two", "--from-diff", "wished.sql", "--format", "json");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains("\"two/expect.yaml\""), run.out());
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run("diff", "wished.sql").code());
        }
    }

    @Test
    void printsAChangelog() throws SQLException, IOException {
        try (Project project = project()) {
            Project.Run run = project.run("diff", "changelog", "--format", "liquibase");

            assertEquals(1, run.code(), run.toString());
            assertEquals("""
                    # Written from a difference between two schemas. Review it before it is applied.
                    databaseChangeLog:
                      - changeSet:
                          id: difference
                          author: schemactl
                          changes:
                            - createTable:
                                schemaName: public
                                tableName: t
                                columns:
                                  - column: { name: id, type: bigint, constraints: { nullable: false } }
                            - addPrimaryKey: { schemaName: public, tableName: t, constraintName: t_pkey, columnNames: id }
                          rollback:
                            # Data are lost: public.t
                            - dropTable: { schemaName: public, tableName: t }
                    """, run.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../two", "two/three", ".two", "two.", "", "two three", "one"})
    void refusesNamesThatAreTakenOrNoNames(String name) throws SQLException, IOException {
        try (Project project = project()) {
            Project.Run run = project.run("new", name);

            assertEquals(2, run.code(), run.toString());
            assertEquals(ROOT, text("changelog.yaml"));
            assertEquals(List.of("changelog.yaml", "one"), files());
        }
    }

    @Test
    void leavesARootThatIncludesAllAsItIs() throws SQLException, IOException {
        try (Project project = project()) {
            Files.createDirectories(folder.resolve("stories/one"));
            Files.move(folder.resolve("one/changelog.yaml"), folder.resolve("stories/one/changelog.yaml"));
            project.file(
                    "changelog.yaml",
                    "databaseChangeLog:\n  - includeAll: { path: stories, endsWithFilter: changelog.yaml, relativeToChangelogFile: true }\n");
            String before = text("changelog.yaml");

            Project.Run run = project.run("new", "two");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains("finds it"), run.toString());
            assertTrue(Files.exists(folder.resolve("stories/two/changelog.yaml")));
            assertEquals(before, text("changelog.yaml"));
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // Embedded servers keep their files in a hidden folder of the user's.
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(".local"))
                    .sorted()
                    .toList();
        }
    }
}
