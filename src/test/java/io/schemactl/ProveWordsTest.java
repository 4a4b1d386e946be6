package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What prove prints where there is little to prove, or something keeps it from going on. */
final class ProveWordsTest {

    @TempDir
    Path folder;

    @Test
    void saysThatThereIsNothingToProve() throws IOException, SQLException {
        try (var project = Project.in(folder).changelog("  []\n")) {
            Run run = project.run("prove");

            assertEquals(0, run.code(), run.toString());
            assertTrue(
                    run.out()
                            .contains(
                                    "nothing to prove: the changelog has no change sets that are meant for such a database"),
                    run.toString());
            assertFalse(run.out().contains("proven:"), run.toString());
        }
    }

    @Test
    void saysOnceThatAStoryCannotBeApplied() throws IOException, SQLException {
        for (String story : new String[] {"story-1", "story-2", "story-3"}) {
            Files.createDirectories(folder.resolve(story));
        }
        try (var project = Project.in(folder)
                .changelog("""
                          - include: { file: story-1/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-2/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-3/changelog.yaml, relativeToChangelogFile: true }
                        """)
                .file("story-1/changelog.yaml", story(1, "CREATE TABLE a (id int)", "DROP TABLE a"))
                .file("story-2/changelog.yaml", story(2, "ALTER TABLE nowhere ADD b int", "SELECT 1"))
                .file("story-3/changelog.yaml", story(3, "CREATE TABLE c (id int)", "DROP TABLE c"))) {
            Run run = project.run("prove");

            assertEquals(1, run.code(), run.toString());
            assertEquals(2, run.out().split("\\[upgrade-fails]", -1).length, run.toString());
            assertTrue(run.out().contains("it cannot be applied: "), run.toString());
            assertTrue(run.out().contains("the stories behind it were not proven: story-3"), run.toString());
            assertFalse(run.out().contains("down to nothing"), run.toString());
        }
    }

    /** The first trip is that of the rows of tests.yaml. */
    @Test
    void goesOnBehindAStoryThatRefusesGeneratedRows() throws IOException, SQLException {
        for (String story : new String[] {"story-1", "story-2", "story-3"}) {
            Files.createDirectories(folder.resolve(story));
        }
        try (var project = Project.in(folder)
                .changelog("""
                          - include: { file: story-1/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-2/changelog.yaml, relativeToChangelogFile: true }
                          - include: { file: story-3/changelog.yaml, relativeToChangelogFile: true }
                        """)
                .file(
                        "story-1/changelog.yaml",
                        story(1, "CREATE TABLE a (id int); CREATE TABLE b (id int)", "DROP TABLE a, b"))
                .file("story-2/tests.yaml", "before: INSERT INTO a VALUES (1)\n")
                .file(
                        "story-2/changelog.yaml",
                        story(2, "CREATE INDEX i ON a (id)", "DROP INDEX i")
                                + Project.changeSet(
                                        9,
                                        true,
                                        "ALTER TABLE b ADD CONSTRAINT none CHECK (id < 0)",
                                        "ALTER TABLE b DROP CONSTRAINT none"))
                .file("story-3/changelog.yaml", story(3, "CREATE TABLE c (id int)", "SELECT 1"))) {
            Run run = project.run("prove");

            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("the upgrade fails on a database with rows"), run.toString());
            assertTrue(run.out().contains("after the rollback, table c exists, but should not"), run.toString());
        }
    }

    private static String story(int id, String upgrade, String rollback) {
        return "databaseChangeLog:\n" + Project.changeSet(id, true, upgrade, rollback);
    }
}
