package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.form.Snapshot;
import io.schemactl.catalog.form.SnapshotFile;
import io.schemactl.cli.CommandRun;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Others of the team read it too. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the permissions are POSIX's")
    void writesAFileWithThePermissionsOfNewFiles() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(0, project.run(WRITE).code());
            Path file = folder.resolve("schema.yaml");
            Path usual = Files.createFile(folder.resolve("usual"));
            assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));

            Set<PosixFilePermission> others = PosixFilePermissions.fromString("rw-rw----");
            Files.writeString(file, "# not current\n");
            Files.setPosixFilePermissions(file, others);
            assertEquals(0, project.run(WRITE).code());
            assertEquals(others, Files.getPosixFilePermissions(file));
        }
    }

    /** Nothing can be put in the place of a pipe, nor of /dev/null. */
    @Test
    @Timeout(60)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no named pipes in folders")
    void writesIntoAPipe() throws SQLException, IOException, InterruptedException {
        try (Project project = project()) {
            assertEquals(0, project.run("upgrade").code());
            Path pipe = folder.resolve("pipe");
            assertEquals(
                    0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> text(pipe));

            Project.Run written = project.run("snapshot", "--from-database", "--output", pipe.toString());

            assertEquals(0, written.code(), written.toString());
            assertEquals(
                    project.run("snapshot", "--from-database", "--output", "-").out(), read.join());
            assertFalse(Files.isRegularFile(pipe));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Test
    void takesTheChangelogWhateverTheDatabaseIs() throws SQLException, IOException {
        try (Project project = project()) {
            Project.Run written = project.run("snapshot", "--shadow", TestServers.shadow(14));
            assertEquals(0, written.code(), written.toString());
            assertTrue(written.out().startsWith("changelog of ad-hoc (changelog.yaml), replayed on "), written.out());
            assertTrue(Files.readString(folder.resolve("schema.yaml")).contains("public.t:"));
            assertEquals(0, project.run("snapshot", "--check").code());

            project.sql("CREATE TABLE t (id integer PRIMARY KEY)", "ALTER TABLE t ADD note text");
            Project.Run stale = project.run("snapshot", "--check");
            assertEquals(1, stale.code(), stale.toString());
            assertTrue(stale.out().contains("  ~ table t\n      column note: text\n"), stale.out());
            assertEquals(0, project.run("snapshot").code());
            assertEquals(0, project.run("snapshot", "--check").code());
        }
    }

    @Test
    void doesNotCompareVersions() throws SQLException, IOException {
        try (Project project = project()) {
            assertEquals(0, project.run("snapshot").code());
            Path file = folder.resolve("schema.yaml");
            Files.writeString(
                    file,
                    SnapshotFile.print(new Snapshot(SnapshotFile.read(file).catalog(), 17)));

            Project.Run other = project.run("snapshot", "--check");

            assertEquals(4, other.code(), other.toString());
            assertTrue(other.err().contains("the snapshot is of PostgreSQL 17"), other.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "course", "practice", "mall"})
    void ofEachApplicationIsCurrent(String target) {
        var run = CommandRun.of(
                List.of("snapshot", "--check", "--config", "changelog/schemactl.yaml", "-t", target),
                Map.of("LANG", "C.UTF-8", "SCHEMACTL_SHADOW", TestServers.shadow(17)));
        assertEquals(0, run.code(), run.toString());
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
