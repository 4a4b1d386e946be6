package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.Project.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What prove says of stories whose rollback is right, and of those whose rollback is wrong. */
final class ProveTest {

    private static final String SHOP = """
            CREATE TYPE state AS ENUM ('open', 'closed');
            CREATE TABLE shop (id int PRIMARY KEY, name text NOT NULL, state state DEFAULT 'open', size int);
            CREATE TABLE sale (id int PRIMARY KEY, shop_id int REFERENCES shop, note text);
            CREATE INDEX sale_shop ON sale (shop_id);
            COMMENT ON TABLE sale IS 'What was sold';
            CREATE VIEW open_shops AS SELECT id FROM shop WHERE state = 'open';
            CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'""";

    private static final String NO_SHOP = """
            DROP FUNCTION one(); DROP VIEW open_shops; DROP TABLE sale; DROP TABLE shop; DROP TYPE state""";

    /** Name, upgrade, rollback, grade and finding of each case. */
    private static final String CASES = """
            an index | CREATE INDEX i ON sale (note) | DROP INDEX i | exact |
            a table | CREATE TABLE t (a int) | DROP TABLE t | loses-data |
            a column | ALTER TABLE sale ADD a int | ALTER TABLE sale DROP a | loses-data |
            a changed type, there and back | ALTER TABLE shop ALTER size TYPE bigint | ALTER TABLE shop ALTER size TYPE int | exact |
            rows that the story changes | UPDATE shop SET size = 0 | SELECT 1 | loses-data |
            rows that the story deletes | DELETE FROM sale | SELECT 1 | loses-data |
            an enum type that is left | CREATE TYPE mood AS ENUM ('good'); ALTER TABLE shop ADD mood mood | ALTER TABLE shop DROP mood | not-exact | rollback-unexpected enum mood
            a trigger function that is left | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER r BEFORE UPDATE ON sale FOR EACH ROW EXECUTE FUNCTION f() | DROP TRIGGER r ON sale | not-exact | rollback-unexpected function f()
            an index that does not come back | DROP INDEX sale_shop | SELECT 1 | not-exact | rollback-missing index sale_shop on sale
            an index that comes back differently | DROP INDEX sale_shop | CREATE INDEX sale_shop ON sale (shop_id) WHERE shop_id > 0 | not-exact | rollback-changed index sale_shop on sale
            a comment that is left | COMMENT ON TABLE sale IS 'new' | COMMENT ON TABLE sale IS NULL | not-exact | rollback-changed table sale
            a grant that is left | GRANT SELECT ON sale TO PUBLIC | SELECT 1 | not-exact | rollback-changed table sale
            a default that does not come back | ALTER TABLE shop ALTER state SET DEFAULT 'closed' | ALTER TABLE shop ALTER state DROP DEFAULT | not-exact | rollback-changed column shop.state
            triggers of a foreign key that stay disabled | ALTER TABLE sale DISABLE TRIGGER ALL | ALTER TABLE sale ENABLE TRIGGER USER | not-exact | rollback-changed foreign key sale_shop_id_fkey on sale
            a view that another one took the place of | CREATE OR REPLACE VIEW open_shops AS SELECT id FROM shop | SELECT 1 | not-exact | rollback-changed view open_shops
            rows that only the rollback changes | CREATE INDEX i ON sale (note) | DROP INDEX i; UPDATE shop SET size = -1 | not-exact | rollback-rows table shop
            rows that only the rollback deletes | CREATE INDEX i ON sale (note) | DROP INDEX i; DELETE FROM sale | not-exact | rollback-rows table sale
            rows that only the rollback adds | CREATE INDEX i ON sale (note) | DROP INDEX i; INSERT INTO shop VALUES (-1, 'x') | not-exact | rollback-rows table shop
            a rollback that fails | CREATE INDEX i ON sale (note) | DROP INDEX j | impossible | rollback-fails story story-1-new
            a required column without a default | ALTER TABLE sale ADD a int NOT NULL | ALTER TABLE sale DROP a | not-tried | upgrade-fails story story-1-new
            a column that takes rows with it | ALTER TABLE sale DROP note | ALTER TABLE sale ADD note text | loses-data |
            """;

    @TempDir
    Path folder;

    /** A story on the shop, its rollback, its grade, and what is found. */
    private record Case(String name, String upgrade, String rollback, String grade, String found) {}

    private static List<Case> cases() {
        return CASES.lines()
                .map(line -> line.split(" *\\| *", -1))
                .map(parts -> new Case(parts[0], parts[1], parts[2], parts[3], parts.length > 4 ? parts[4] : ""))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> gradesRollbacks() {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> check(each, folder.resolve("case" + each.hashCode()))));
    }

    private static void check(Case one, Path place) throws IOException, SQLException {
        Files.createDirectories(place);
        try (var project = stories(Project.in(place), one.upgrade(), one.rollback())) {
            Run run = project.run("prove", "--format", "json");

            JsonNode story = target(run).path("stories").path(1);
            assertEquals(one.grade(), story.path("grade").asText(), run.toString());
            boolean isGood = one.grade().equals("exact") || one.grade().equals("loses-data");
            assertEquals(isGood ? 0 : 1, run.code(), run.toString());
            List<String> found = errors(story);
            if (one.found().isEmpty()) {
                assertEquals(List.of(), found, run.toString());
            } else {
                assertTrue(found.contains(one.found()), found + "\n" + run);
            }
            assertEquals(List.of(), project.query("SELECT relname FROM pg_class WHERE relname = 'shop'"));
        }
    }

    private static Project stories(Project project, String upgrade, String rollback) throws IOException {
        for (String story : List.of("story-0-shop", "story-1-new")) {
            Files.createDirectories(project.folder().resolve(story));
        }
        return project.changelog("""
                          - include: { file: story-0-shop/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-1-new/changelog.yaml, relativeToChangelogFile: true }
                        """)
                .file("story-0-shop/changelog.yaml", "databaseChangeLog:\n" + Project.changeSet(0, true, SHOP, NO_SHOP))
                .file(
                        "story-1-new/changelog.yaml",
                        "databaseChangeLog:\n" + Project.changeSet(1, true, upgrade, rollback));
    }

    private static JsonNode target(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out()).path("targets").path(0);
    }

    private static List<String> errors(JsonNode story) {
        var found = new ArrayList<String>();
        StreamSupport.stream(story.path("findings").spliterator(), false)
                .filter(finding -> finding.path("severity").asText().equals("error"))
                .forEach(finding -> found.add(finding.path("rule").asText() + " "
                        + finding.path("object").asText()));
        return found;
    }

    @Test
    void runsTheTestsOfAStory() throws IOException, SQLException {
        try (var project = stories(
                Project.in(folder), "ALTER TABLE sale ADD price int DEFAULT 1", "ALTER TABLE sale DROP price")) {
            project.file("story-1-new/tests.yaml", """
                    before: INSERT INTO shop VALUES (7, 'seven'); INSERT INTO sale VALUES (1, 7, 'x')
                    compatible:
                      - INSERT INTO sale (id, shop_id, note) VALUES (2, 7, 'y')
                      - INSERT INTO sale VALUES (3, 7)
                    tests:
                      - name: old sales cost one
                        query: SELECT price FROM sale
                        rows: [[1]]
                      - name: old sales cost two
                        query: SELECT price FROM sale
                        rows: [[2]]
                      - name: unknown shops are refused
                        statement: INSERT INTO sale VALUES (4, 8)
                        error: "23503"
                    """);

            Run run = project.run("prove");

            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("old sales cost two failed"), run.toString());
            assertTrue(run.out().contains("story-1-new/tests.yaml:9:"), run.toString());
            assertTrue(run.out().contains("5 of 6 tests passed"), run.toString());
        }
    }

    @Test
    void seesThatTheChainLeavesSomething() throws IOException, SQLException {
        try (var project = Project.in(folder).sql("CREATE TABLE a (id int)")) {
            Run run = project.run("prove");

            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("after the rollback, table a exists, but should not"), run.toString());
        }
    }

    @Test
    void goesOnBehindAStoryWhoseRollbackIsWrong() throws IOException, SQLException {
        try (var project = stories(Project.in(folder), "CREATE INDEX i ON sale (note)", "DROP INDEX i")) {
            project.file(
                    "story-0-shop/changelog.yaml",
                    "databaseChangeLog:\n"
                            + Project.changeSet(0, true, SHOP, NO_SHOP.replace("; DROP TYPE state", "")));

            JsonNode target = target(project.run("prove", "--format", "json"));

            assertEquals(
                    "not-exact", target.path("stories").path(0).path("grade").asText());
            assertEquals("exact", target.path("stories").path(1).path("grade").asText());
        }
    }

    @Test
    void namesAStoryThatIsNotThere() throws IOException, SQLException {
        try (var project = stories(Project.in(folder), "CREATE INDEX i ON sale (note)", "DROP INDEX i")) {
            Run run = project.run("prove", "--story", "story-1-nwe");

            assertEquals(2, run.code(), run.toString());
            assertTrue(run.err().contains("did you mean `story-1-new`"), run.toString());
            assertEquals(0, project.run("test", "--story", "story-1-new").code());
        }
    }

    @Test
    void sinceProvesOnlyWhatABranchAdds() throws IOException, SQLException {
        var git = GitFolder.create(folder);
        try (var project = stories(Project.in(folder), "CREATE INDEX i ON sale (note)", "DROP INDEX i")) {
            git.commit("base");
            JsonNode nothing = target(project.run("prove", "--since", "main", "--format", "json"));
            assertEquals(0, nothing.path("stories").size(), nothing.toString());
            project.file(
                    "story-1-new/changelog.yaml",
                    "databaseChangeLog:\n"
                            + Project.changeSet(1, true, "CREATE INDEX i ON sale (note)", "DROP INDEX i")
                            + Project.changeSet(2, true, "CREATE TABLE t (a int)", "SELECT 1"));

            JsonNode added = target(project.run("prove", "--since", "main", "--format", "json"));

            assertEquals(1, added.path("stories").size(), added.toString());
            assertEquals(
                    "not-exact", added.path("stories").path(0).path("grade").asText());
            assertEquals(2, added.path("stories").path(0).path("changeSets").asInt());
        }
    }

    @Test
    void sinceProvesStoriesWhoseTestsOrExpectationsAreOthers() throws IOException, SQLException {
        var git = GitFolder.create(folder);
        try (var project = stories(Project.in(folder), "CREATE INDEX i ON sale (note)", "DROP INDEX i")) {
            project.file("story-0-shop/tests.yaml", "compatible: [SELECT 1]\n");
            git.commit("base");
            assertEquals(List.of(), sinceMain(project));
            project.file("story-1-new/tests.yaml", "compatible: [SELECT id FROM sale]\n");
            assertEquals(List.of("story-1-new"), sinceMain(project));
            Files.delete(folder.resolve("story-1-new/tests.yaml"));
            project.file("story-1-new/expect.yaml", "tables: { sale: { columns: { note: { type: text } } } }\n");
            Files.delete(folder.resolve("story-0-shop/tests.yaml"));

            assertEquals(List.of("story-0-shop", "story-1-new"), sinceMain(project));
        }
    }

    private static List<String> sinceMain(Project project) throws IOException {
        Run run = project.run("prove", "--since", "main", "--format", "json");
        assertTrue(run.code() < 2, run.toString());
        JsonNode stories = target(run).path("stories");
        return StreamSupport.stream(stories.spliterator(), false)
                .map(story -> story.path("name").asText())
                .toList();
    }

    /** Of three change sets the rollback of the last fails, and that of the first leaves something. */
    @Test
    void triesTheRollbacksBelowOneThatFails() throws IOException, SQLException {
        try (var project = stories(Project.in(folder), "SELECT 1", "SELECT 1")) {
            project.file(
                    "story-1-new/changelog.yaml",
                    "databaseChangeLog:\n"
                            + Project.changeSet(1, true, "CREATE TABLE a (id int)", "SELECT 1")
                            + Project.changeSet(2, true, "CREATE TABLE b (id int)", "DROP TABLE c")
                            + Project.changeSet(3, true, "CREATE INDEX i ON sale (note)", "DROP INDEX j")
                            + Project.changeSet(4, true, "CREATE INDEX k ON sale (note)", "DROP INDEX k"));

            JsonNode story = target(project.run("prove", "--format", "json"))
                    .path("stories")
                    .path(1);

            assertEquals("impossible", story.path("grade").asText(), story.toString());
            assertEquals(
                    List.of(
                            "rollback-fails story story-1-new",
                            "rollback-fails story story-1-new",
                            "rollback-unexpected table a"),
                    errors(story),
                    story.toString());
        }
    }

    @Test
    void provesThatAStoryIsRolledBackWhosePreconditionsRefuseRows() throws IOException, SQLException {
        String empty = """
                      preConditions:
                        - onFail: HALT
                        - sqlCheck: { expectedResult: "0", sql: SELECT count(*) FROM sale }
                      changes:
                """;
        try (var project = stories(Project.in(folder), "CREATE INDEX i ON sale (note)", "DROP INDEX j")) {
            Path file = folder.resolve("story-1-new/changelog.yaml");
            project.file(
                    "story-1-new/changelog.yaml",
                    Files.readString(file).replaceFirst("(?m)^ *changes:\n", Matcher.quoteReplacement(empty)));

            JsonNode story = target(project.run("prove", "--format", "json"))
                    .path("stories")
                    .path(1);

            assertEquals("impossible", story.path("grade").asText(), story.toString());
        }
    }
}
