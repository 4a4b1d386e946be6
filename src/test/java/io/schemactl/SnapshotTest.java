package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command snapshot on real databases. */
final class SnapshotTest {

    private static final String[] WRITE = {"snapshot", "--from-database"};
    private static final String[] CHECK = {"snapshot", "--from-database", "--check"};

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheChangelogMakesAndFindsItCurrent() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            Project.Run missing = project.run(CHECK);
            Project.Run written = project.run(WRITE);
            String yaml = Files.readString(folder.resolve("schema.yaml"));

            assertEquals(1, missing.code(), missing.toString());
            assertEquals(0, written.code(), written.toString());
            assertTrue(yaml.contains("    key-constraints:\n      t_pkey: { primary: true, columns: [id] }\n"), yaml);
            assertFalse(yaml.contains("databasechangelog"), yaml);
            assertFalse(yaml.contains("owner"), yaml);
            assertTrue(project.run(WRITE).out().contains("is as it was"));
            assertEquals(0, project.run(CHECK).code());
            assertEquals(
                    yaml,
                    project.run("snapshot", "--from-database", "--output", "-").out());
            assertEquals(List.of("changelog.yaml", "schema.yaml"), files());
        }
    }

    @Test
    void saysWhatIsNotCurrent() throws SQLException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run(WRITE).code());
            project.database().execute("ALTER TABLE t ADD note text; CREATE INDEX ix ON t (note)");

            Project.Run stale = project.run(CHECK);

            assertEquals(1, stale.code(), stale.toString());
            assertTrue(stale.out().contains("  ~ table t\n      column note: text\n"), stale.out());
            assertTrue(stale.out().contains("  + index ix on t\n"), stale.out());
        }
    }

    @Test
    void refusesADatabaseThatIsBehind() throws SQLException, IOException {
        try (Project project = project()) {
            Project.Run refused = project.run(WRITE);

            assertEquals(6, refused.code(), refused.toString());
            assertTrue(refused.err().contains("1 change set is pending"), refused.err());
            assertEquals(List.of("changelog.yaml"), files());
        }
    }

    @Test
    void refusesAFileThatWasEdited() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run(WRITE).code());
            Path file = folder.resolve("schema.yaml");
            Files.writeString(file, Files.readString(file).replace("[id]", "[it]"));

            Project.Run refused = project.run(CHECK);

            assertEquals(3, refused.code(), refused.toString());
            assertTrue(refused.err().contains("schema.yaml:4:1"), refused.err());
            assertTrue(refused.err().contains("run `schemactl snapshot` to write the file again"), refused.err());
            assertEquals(0, project.run(WRITE).code());
            assertEquals(0, project.run(CHECK).code());
        }
    }

    private Project project() {
        return Project.in(folder).sql("CREATE TABLE t (id integer PRIMARY KEY)");
    }

    private List<String> files() throws IOException {
        try (var listed = Files.list(folder)) {
            return listed.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
