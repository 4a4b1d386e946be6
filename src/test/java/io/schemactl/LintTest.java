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

/** Runs {@code schemactl lint}: what it judges, how much that matters, and beside which branch. */
final class LintTest {

    private static final String KEY = "CREATE TABLE %s (id bigint PRIMARY KEY)";
    private static final String NO_KEY = "CREATE TABLE %s (at timestamptz)";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = Project.in(folder);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        project.close();
    }

    private static String changeSet(int id, String table, String sql) {
        return Project.changeSet(id, true, sql.formatted(table), "DROP TABLE " + table);
    }

    private static void finds(Project.Run run, String... words) {
        assertTrue(run.code() <= 1, run::toString);
        for (String word : words) {
            assertTrue(run.out().contains(word), () -> word + " is missing in " + run);
        }
    }

    private static void doesNotFind(Project.Run run, String... words) {
        assertTrue(run.code() <= 1, run::toString);
        for (String word : words) {
            assertFalse(run.out().contains(word), () -> word + " is in " + run);
        }
    }

    private static void refuses(Project.Run run, int code, String... words) {
        assertEquals(code, run.code(), run::toString);
        for (String word : words) {
            assertTrue(run.err().contains(word), () -> word + " is missing in " + run);
        }
    }

    @Test
    void judgesAllChangeSetsAndSaysWhereTheyStand() {
        project.changelog(changeSet(1, "a", NO_KEY) + changeSet(2, "b", KEY));
        Project.Run run = project.run("lint");
        assertEquals(0, run.code(), run::toString);
        finds(run, "table a has no primary key", "at changelog.yaml:10:", "2 change sets");
        doesNotFind(run, "table b has no primary key");
    }

    @Test
    void failsFromTheGivenSeverityOn() {
        project.changelog(changeSet(1, "a", NO_KEY));
        assertEquals(0, project.run("lint").code());
        assertEquals(1, project.run("lint", "--fail-on", "warning").code());
        assertEquals(
                1,
                project.run("lint", "--lint-rules", "missing-primary-key=error").code());
        assertEquals(
                0,
                project.run("lint", "--fail-on", "warning", "--lint-rules", "missing-primary-key=off")
                        .code());
    }

    @Test
    void optionalRulesAreAskedOnlyWhereTheSettingsSayHowMuchTheyMatter() {
        project.changelog(changeSet(1, "a", KEY));
        doesNotFind(project.run("lint"), "[missing-tests]");
        finds(project.run("lint", "--lint-rules", "missing-tests=warning"), "has no tests.yaml", "[missing-tests]");
    }

    @Test
    void refusesRulesAndSeveritiesThatThereAreNot() {
        project.changelog(changeSet(1, "a", KEY));
        refuses(
                project.run("lint", "--lint-rules", "missing-primary-kay=off"),
                2,
                "there is no rule `missing-primary-kay`",
                "`missing-primary-key`",
                "option --lint-rules");
        refuses(
                project.run("lint", "--lint-rules", "missing-primary-key=fatal"),
                2,
                "cannot be `fatal`",
                "error, warning, note, off");
        refuses(project.run("lint", "--lint-rules", "missing-primary-key"), 2, "is not RULE=SEVERITY");
        refuses(project.run("lint", "--fail-on", "fatal"), 2, "`fail-on` is `fatal`", "error, warning or note");
    }

    @Test
    void saysWhereInTheSettingsFileAnUnknownRuleStands() {
        project.changelog(changeSet(1, "a", KEY));
        project.file("schemactl.yaml", """
                default-target: shop
                targets:
                  shop: { changelog: changelog.yaml, url: "%s" }
                settings:
                  fail-on: note
                  lint-rules: drop-colum=off
                """.formatted(project.database().url()));
        refuses(project.withSettings("lint"), 2, "there is no rule `drop-colum`", "schemactl.yaml:6:15");
    }

    @Test
    void aReasonInTheCommentAllowsARule() {
        String allowed = changeSet(1, "a", NO_KEY)
                .replace(
                        "author: test",
                        "author: test\n      comment: \"lint:allow missing-primary-key because rows are never updated\"");
        project.changelog(allowed);
        doesNotFind(project.run("lint"), "[missing-primary-key]", "suppression");
        project.changelog(allowed.replace(NO_KEY.formatted("a"), KEY.formatted("a")));
        finds(project.run("lint"), "[unused-suppression]");
        project.changelog(allowed.replace(" because rows are never updated", ""));
        finds(project.run("lint"), "[unexplained-suppression]");
    }

    @Test
    void judgesOnlyTheGivenStoriesAndTakesBackOnlyTheirs() throws Exception {
        for (String name : List.of("story-1", "story-2", "story-3")) {
            java.nio.file.Files.createDirectories(folder.resolve(name));
            String table = name.replace('-', '_');
            project.file(name + "/changelog.yaml", "databaseChangeLog:\n" + changeSet(1, table, NO_KEY));
        }
        project.changelog("""
                  - include: { file: story-1/changelog.yaml, relativeToChangelogFile: true }
                  - include: { file: story-2/changelog.yaml, relativeToChangelogFile: true }
                  - include: { file: story-3/changelog.yaml, relativeToChangelogFile: true }
                """);
        Project.Run run = project.run("lint", "--story", "story-2");
        finds(run, "table story_2 has no primary key", "1 change set (");
        doesNotFind(run, "story_1 has no", "story_3 has no", "rollback");
        refuses(project.run("lint", "--story", "story-4"), 2, "there is no story `story-4`");
    }

    @Test
    void whatALaterChangeSetMendsIsNoFinding() {
        project.changelog(changeSet(1, "a", NO_KEY)
                + Project.changeSet(
                        2, true, "ALTER TABLE a ADD COLUMN id bigint PRIMARY KEY", "ALTER TABLE a DROP COLUMN id"));
        doesNotFind(project.run("lint"), "[missing-primary-key]");
    }

    @Test
    void whatALaterRollbackLeavesIsNoFaultOfAnEarlierOne() {
        project.changelog(changeSet(1, "a", KEY)
                + Project.changeSet(
                        2, true, "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE b (m mood)", "DROP TABLE b"));
        Project.Run run = project.run("lint");
        finds(run, "the rollback of change set 2 leaves enum mood behind");
        doesNotFind(run, "the rollback of change set 1");
    }

    @Test
    void namesEachObjectThatARollbackLeavesOrMisses() {
        project.changelog(Project.changeSet(
                        1,
                        true,
                        "CREATE TABLE a (id bigint PRIMARY KEY, n int DEFAULT 1); CREATE INDEX ix_a_n ON a (n)",
                        "DROP TABLE a")
                + Project.changeSet(
                        2, true, """
                        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                        CREATE TRIGGER touch_a BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
                        DROP INDEX ix_a_n;
                        ALTER TABLE a ALTER COLUMN n SET DEFAULT 2
                        """, "DROP TRIGGER touch_a ON a; ALTER TABLE a ALTER COLUMN n SET DEFAULT 3"));
        finds(
                project.run("lint"),
                "leaves function touch() behind",
                "does not bring back index ix_a_n on a",
                "leaves table a other than it was: column n: default was 1, and is 3");
    }

    @Test
    void sinceJudgesOnlyWhatIsNewOrChanged() {
        var git = GitFolder.create(folder);
        project.changelog(changeSet(1, "a", NO_KEY) + changeSet(2, "b", NO_KEY));
        git.commit("base");
        doesNotFind(project.run("lint", "--since", "main"), "has no primary key");
        project.changelog(changeSet(1, "a", NO_KEY)
                + changeSet(2, "b", NO_KEY).replace("DROP TABLE b", "DROP TABLE b CASCADE")
                + changeSet(3, "c", NO_KEY));
        Project.Run run = project.run("lint", "--since", "main");
        finds(run, "table b has no", "table c has no", "2 change sets");
        doesNotFind(run, "table a has no", "[edited-after-release]");
    }

    @Test
    void sinceLeavesTheRepositoryAsItIs() {
        var git = GitFolder.create(folder);
        project.changelog(changeSet(1, "a", KEY));
        git.commit("base");
        project.changelog(changeSet(1, "a", KEY) + changeSet(2, "b", KEY));
        String before = git.run("status", "--porcelain");
        project.run("lint", "--since", "main");
        assertEquals(before, git.run("status", "--porcelain"));
    }

    @Test
    void sinceComparesWithABranchThatHasNoChangelogYet() {
        var git = GitFolder.create(folder);
        git.commit("base");
        project.changelog(changeSet(1, "a", NO_KEY));
        finds(project.run("lint", "--since", "main"), "table a has no primary key");
    }

    @Test
    void anEditThatTheBaseHasTooIsNone() {
        var git = GitFolder.create(folder);
        project.changelog(changeSet(1, "a", NO_KEY));
        git.commit("fork");
        git.branch("feature");
        project.changelog(changeSet(1, "a", KEY));
        git.commit("base");
        git.checkOut("feature");
        doesNotFind(project.run("lint", "--since", "main"), "[edited-after-release]");
        project.changelog(changeSet(1, "a", KEY));
        doesNotFind(project.run("lint", "--since", "main"), "[edited-after-release]");
        project.changelog(changeSet(1, "a", "CREATE TABLE %s (id integer)"));
        finds(project.run("lint", "--since", "main"), "[edited-after-release]");
    }

    @Test
    void saysWhatIsWrongWithTheBranch() {
        project.changelog(changeSet(1, "a", KEY));
        refuses(project.run("lint", "--since", "main"), 2, "error[git]", "git repository");
        var git = GitFolder.create(folder);
        git.commit("base");
        refuses(project.run("lint", "--since", "mian"), 2, "git knows no commit `mian`", "fetch-depth: 0");
        refuses(project.run("lint", "--since=--output=x"), 2, "git knows no commit `--output=x`");
        git.run("checkout", "--quiet", "--orphan", "other");
        git.commit("unrelated");
        refuses(project.run("lint", "--since", "main"), 2, "have in common");
    }

    @Test
    void aShallowCloneIsToldHowToGetItsHistory() {
        var git = GitFolder.create(folder);
        project.changelog(changeSet(1, "a", KEY));
        git.commit("first");
        git.branch("feature");
        git.commit("second");
        git.run(
                "clone",
                "--quiet",
                "--depth",
                "1",
                "--no-single-branch",
                folder.toUri().toString(),
                "clone");
        var clone = new Project(folder.resolve("clone"), project.database());
        refuses(
                clone.run("lint", "--since", "origin/feature"),
                2,
                "the clone is shallow",
                "git fetch --unshallow",
                "fetch-depth: 0");
    }

    @Test
    void aBaseThatCannotBeReadIsNamed() {
        var git = GitFolder.create(folder);
        project.changelog("  - changeSett: { id: 1 }\n");
        git.commit("broken");
        project.changelog(changeSet(1, "a", KEY));
        refuses(project.run("lint", "--since", "main"), 3, "the changelog as it is in main cannot be read");
    }

    @Test
    void listsAllRules() {
        Project.Run run = project.withSettings("lint", "--list");
        finds(run, "missing-primary-key", "off      Finds stories without tests.yaml.");
    }
}
