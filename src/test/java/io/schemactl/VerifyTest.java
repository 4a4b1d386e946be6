package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify compares the whole catalog with. */
final class VerifyTest {

    private static final String REPLAYED = "with the changelog replayed on PostgreSQL 14";

    @TempDir
    private Path folder;

    @Test
    void replaysWithoutSnapshot() throws SQLException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            Project.Run good = project.run("verify");
            assertEquals(0, good.code(), good.toString());
            assertTrue(good.out().contains(REPLAYED), good.out());

            project.database().execute("CREATE INDEX ix ON t (note)");
            Project.Run bad = project.run("verify");
            assertEquals(1, bad.code(), bad.toString());
            assertTrue(bad.out().contains("index ix on t exists, but should not [drift-unexpected]"), bad.out());
            assertTrue(bad.out().contains("fix: run `schemactl diff --format sql`"), bad.out());
        }
    }

    @Test
    void replaysExactlyWhatIsApplied() throws SQLException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run("snapshot").code());
            assertEquals(0, project.run("rollback", "--count", "1").code());

            Project.Run good = project.run("verify");
            assertEquals(0, good.code(), good.toString());
            assertTrue(good.out().contains(REPLAYED), good.out());

            project.database().execute("ALTER TABLE t ADD note text");
            Project.Run bad = project.run("verify");
            assertEquals(1, bad.code(), bad.toString());
            assertTrue(bad.out().contains("column t.note exists, but should not"), bad.out());
        }
    }

    @Test
    void replaysIfTheSnapshotWasEdited() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run("snapshot").code());
            assertTrue(project.run("verify").out().contains("with the snapshot schema.yaml"));
            assertTrue(project.run("verify", "--shadow", "embedded:99").code() != 0);

            Path file = folder.resolve("schema.yaml");
            Files.writeString(file, Files.readString(file).replace("note", "nota"));
            Project.Run run = project.run("verify");
            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains(REPLAYED), run.out());
            assertTrue(run.err().contains("warning: "), run.err());
        }
    }

    @Test
    void leavesOutWhatIsNotWanted() throws SQLException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("GRANT SELECT ON t TO PUBLIC; CREATE SCHEMA tmp; CREATE TABLE tmp.x ()");

            assertEquals(1, project.run("verify").code());
            assertEquals(1, project.run("verify", "--ignore", "grants").code());
            Project.Run run = project.run("verify", "--ignore", "owner,grants", "--exclude", "tmp");
            assertEquals(0, run.code(), run.toString());
            Project.Run quick = project.run("verify", "--no-catalog");
            assertEquals(0, quick.code(), quick.toString());
            assertTrue(quick.out().contains("the whole catalog was not compared"), quick.out());
            assertEquals(2, project.run("verify", "--no-catalog", "--strict").code());
        }
    }

    @Test
    void saysThatNothingWasCompared() throws SQLException {
        try (Project project =
                project().sql("CREATE TABLE t (id integer PRIMARY KEY)", "ALTER TABLE old ADD a integer")) {
            project.database().execute("CREATE TABLE old ()");
            assertEquals(0, project.run("upgrade").code());

            Project.Run run = project.run("verify");
            assertEquals(0, run.code(), run.toString());
            assertTrue(run.err().contains("warning: the whole catalog was not compared: "), run.err());
            assertEquals(5, project.run("verify", "--strict").code());
        }
    }

    @Test
    void namesEachDefectOnce() throws SQLException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            project.database()
                    .execute("ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0); CREATE FUNCTION f() RETURNS trigger"
                            + " LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
            assertEquals(0, project.run("snapshot", "--from-database").code());
            assertEquals(0, project.run("verify").code());
            project.database().execute("DROP TABLE t");

            Project.Run run = project.run("verify");
            assertTrue(run.out().contains("table t is missing [drift-missing]"), run.out());
            assertFalse(run.out().contains("t_pkey"), run.out());
        }
    }

    private Project project() {
        return Project.in(folder)
                .changelog(Project.changeSet(1, true, "CREATE TABLE t (id integer PRIMARY KEY)", "DROP TABLE t")
                        + Project.changeSet(2, true, "ALTER TABLE t ADD note text", "ALTER TABLE t DROP note"));
    }
}
