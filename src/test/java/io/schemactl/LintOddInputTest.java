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

/** Runs {@code schemactl lint} on what is not as people meant it, and on what must not be run. */
final class LintOddInputTest {

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

    private static void says(Project.Run run, int code, String... words) {
        assertEquals(code, run.code(), run::toString);
        for (String word : words) {
            assertTrue((run.out() + run.err()).contains(word), () -> word + " is missing in " + run);
        }
    }

    private static String table(int id, String name) {
        return Project.changeSet(
                id, true, "CREATE TABLE %s (id bigint PRIMARY KEY)".formatted(name), "DROP TABLE " + name);
    }

    @Test
    void aChangelogWithoutChangeSetsIsNotSimplyGood() {
        project.file("changelog.yaml", "databaseChangeLog: []\n");
        says(project.run("lint"), 0, "warning: the changelog has no change sets", "no change set to judge");
    }

    @Test
    void contextsThatKeepEverythingFromRunningAreNamed() {
        project.changelog(table(1, "a").replace("author: test", "author: test\n      context: test"));
        says(
                project.run("lint", "--context-filter", "production"),
                0,
                "keep every change set of the changelog from running",
                "no change set to judge");
    }

    @Test
    void aMisspeltSuppressionIsToldTheRuleThatItMayMean() {
        project.changelog(table(1, "a")
                .replace(
                        "author: test",
                        "author: test\n      comment: \"lint:allow drop-colum because nobody reads it\""));
        says(project.run("lint"), 0, "there is no such rule; did you mean `drop-column`?", "correct the rule's name");
    }

    @Test
    void aFolderIsNoSettingsFile() {
        says(project.withSettings("lint", "--config", "."), 2, "the settings file is a folder");
    }

    @Test
    void saysWhereInTheSettingsFileAKindOfNameStandsThatThereIsNot() {
        project.changelog(table(1, "a"));
        project.file("schemactl.yaml", """
                default-target: shop
                targets:
                  shop: { changelog: changelog.yaml, url: "%s" }
                settings:
                  lint-names: "indx=ix_.*"
                """.formatted(project.database().url()));
        says(project.withSettings("lint"), 2, "knows no kind `indx`; did you mean `index`?", "schemactl.yaml:5:15");
    }

    @Test
    void namesMatchWhatTheSettingsFileWants() {
        project.changelog(table(1, "orders") + table(2, "letter"));
        project.file("schemactl.yaml", """
                default-target: shop
                targets:
                  shop: { changelog: changelog.yaml, url: "%s" }
                settings:
                  lint-names: "table=[a-z]+s, primary-key=pk_{table}"
                  lint-rules: "unclear-name=error, missing-comment=off"
                """.formatted(project.database().url()));
        Project.Run run = project.withSettings("lint");
        says(run, 1, "table letter has a name that does not match `[a-z]+s`", "primary key orders_pkey on orders has");
        assertFalse(run.out().contains("table orders has a name"), run::toString);
    }

    @Test
    void whatDropsADatabaseIsJudgedAndNotSent() throws SQLException {
        String victim = "victim_%d".formatted(System.nanoTime());
        project.database().execute("CREATE DATABASE " + victim);
        try {
            project.changelog(Project.changeSet(1, false, "DROP DATABASE " + victim)
                    + Project.changeSet(2, true, "CREATE TABLE a (id bigint PRIMARY KEY); DROP TABLE a")
                    + Project.changeSet(3, true, "DROP DATABASE IF EXISTS " + victim)
                    + Project.changeSet(4, true, "ALTER SYSTEM SET work_mem = '123kB'"));
            says(
                    project.run("lint"),
                    1,
                    "drops database " + victim,
                    "at changelog.yaml:10:",
                    "DROP DATABASE cannot run inside a transaction block",
                    "ALTER SYSTEM cannot run inside a transaction block",
                    "4 change sets");
            assertEquals(
                    List.of(victim),
                    project.query("SELECT datname FROM pg_database WHERE datname = '%s'".formatted(victim)));
            assertEquals(List.of(), project.query("SELECT name FROM pg_file_settings WHERE setting = '123kB'"));
        } finally {
            project.database().execute("DROP DATABASE " + victim);
        }
    }

    @Test
    void aChangeSetThatMovesToAnotherFileRunsOnceMore() {
        var git = GitFolder.create(folder);
        project.changelog("  - include: { file: one.yaml, relativeToChangelogFile: true }\n");
        project.file("one.yaml", "databaseChangeLog:\n" + table(1, "a") + table(2, "b"));
        git.commit("base");
        project.changelog("""
                  - include: { file: one.yaml, relativeToChangelogFile: true }
                  - include: { file: two.yaml, relativeToChangelogFile: true }
                """);
        project.file("one.yaml", "databaseChangeLog:\n" + table(1, "a"));
        project.file("two.yaml", "databaseChangeLog:\n" + table(2, "b"));
        says(
                project.run("lint", "--since", "main"),
                1,
                "change set 2 has moved to two.yaml since main",
                "[removed-after-release]",
                "at one.yaml:1:1");
    }

    @Test
    void onlyTheChangeSetThatWasMovedIsFound() {
        var git = GitFolder.create(folder);
        project.changelog(table(1, "a") + table(2, "b") + table(3, "c"));
        git.commit("base");
        project.changelog(table(3, "c") + table(1, "a") + table(2, "b"));
        Project.Run run = project.run("lint", "--since", "main");
        says(run, 1, "change set 3 stands before change set 1, and behind it on main", "1 error in 0 statements");
    }
}
