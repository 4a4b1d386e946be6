package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Damages.Damage;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each single damage to an application's database is found by verify, whatever its expectations say. */
final class DriftTest {

    private static final Scope OWN_TABLES_ASIDE = new Scope(Set.of(QualifiedName.of("public", "databasechangelog")));

    /** All of them, or each so-many-th one. */
    private static final int STEP = Integer.getInteger("schemactl.test.damages", 12);

    /** All that are found are mended too, or each so-many-th one. */
    private static final int MENDED = Integer.getInteger("schemactl.test.repairs", 5);

    @TempDir
    private Path folder;

    static Stream<Arguments> applicationsOnVersions() {
        return TestServers.versions().stream()
                .limit(1)
                .flatMap(
                        version -> Stream.of("candidates-portal", "course-platform", "interview-practice", "mall-video")
                                .map(application -> Arguments.of(application, version)));
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("applicationsOnVersions")
    void findsEveryDamage(String application, int version) throws SQLException, IOException {
        copy(Path.of("changelog", application));
        try (var project = new Project(folder, TestServers.freshDatabase(version))) {
            assertEquals(0, project.run("upgrade").code());
            assertEquals(
                    0,
                    project.run("snapshot", "--shadow", TestServers.shadow(version))
                            .code());
            Project.Run whole = project.run("verify");
            assertEquals(0, whole.code(), whole.toString());
            assertTrue(whole.out().contains("with the snapshot"), whole.toString());

            List<Damage> damages = Damages.of(catalog(project.database()));
            assertTrue(damages.size() >= 25, application + " has " + damages.size());
            assertAll(Stream.iterate(0, i -> i < damages.size(), i -> i + STEP).map(i ->
                    (Executable) () -> isFound(project, damages.get(i), i % (STEP * MENDED) == 0)));
        }
    }

    private void isFound(Project whole, Damage damage, boolean isMended) throws SQLException {
        try (var damaged = new Project(folder, copy(whole.database()))) {
            damaged.database().execute(damage.sql());
            Project.Run run = damaged.run("verify");
            assertEquals(1, run.code(), damage + "\n" + run);
            assertTrue(run.out().contains(damage.named()), damage + "\nis not named " + damage.named() + "\n" + run);
            if (isMended) {
                mend(damaged, damage);
            }
        }
    }

    private static void mend(Project damaged, Damage damage) throws SQLException {
        String shadow = TestServers.shadow(damaged.database().majorVersion());
        Project.Run script = damaged.run("diff", "--format", "sql", "--allow-data-loss", "--shadow", shadow);
        assertEquals(1, script.code(), damage + "\n" + script);
        PsqlScript.run(damaged.database(), script.out());
        Project.Run run = damaged.run("verify");
        assertEquals(0, run.code(), damage + "\nis not mended by\n" + script + run);
    }

    private static TestDatabase copy(TestDatabase database) throws SQLException {
        String name = database.name() + "_damaged";
        var copy = new TestDatabase(database.server(), name);
        try (Connection connection =
                        DriverManager.getConnection(new TestDatabase(database.server(), "postgres").jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"%s\" TEMPLATE \"%s\"".formatted(name, database.name()));
        }
        return copy;
    }

    private void copy(Path changelog) throws IOException {
        try (Stream<Path> paths = Files.walk(changelog)) {
            for (Path path : paths.toList()) {
                Path copy = folder.resolve(changelog.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!path.endsWith("schema.yaml")) {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static Catalog catalog(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, OWN_TABLES_ASIDE);
        }
    }
}
