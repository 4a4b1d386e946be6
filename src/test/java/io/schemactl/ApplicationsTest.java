package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.cli.CommandRun;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four applications' stories, forwards and backwards, on every major version that is asked for. */
final class ApplicationsTest {

    private static final Scope OWN_TABLES_ASIDE = new Scope(Set.of(QualifiedName.of("public", "databasechangelog")));

    static Stream<Arguments> applicationsOnVersions() {
        return TestServers.versions().stream()
                .flatMap(version ->
                        Stream.of("portal", "course", "practice", "mall").map(target -> Arguments.of(target, version)));
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("applicationsOnVersions")
    void goesUpAndDownAndUpAgain(String target, int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            Catalog empty = catalog(database);
            assertDone(run(database, target, "upgrade"));
            assertDone(run(database, target, "verify"));
            Catalog head = catalog(database);

            assertDone(run(database, target, "rollback", "--count", "1"));
            assertDone(run(database, target, "verify"));
            Catalog before = catalog(database);
            assertDone(run(database, target, "upgrade"));
            assertEquals(head, catalog(database));

            assertDone(run(database, target, "rollback", "--count", "1"));
            assertEquals(before, catalog(database));
            assertDone(run(database, target, "rollback", "--all"));
            assertEquals(empty, catalog(database));
            assertDone(run(database, target, "verify"));

            assertDone(run(database, target, "upgrade"));
            assertEquals(head, catalog(database));
            CommandRun again = run(database, target, "upgrade");
            assertDone(again);
            assertTrue(again.out().contains("nothing to do"), again.toString());
        }
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("applicationsOnVersions")
    void leavesNothingOfARolledBackStory(String target, int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            List<Catalog> onTheWayUp = new ArrayList<>(List.of(catalog(database)));
            while (run(database, target, "upgrade", "--count", "1").out().contains("applied in")) {
                onTheWayUp.add(catalog(database));
            }
            assertTrue(onTheWayUp.size() > 2, "stories of " + target);

            for (int stories = onTheWayUp.size() - 2; stories >= 0; stories--) {
                assertDone(run(database, target, "rollback", "--count", "1"));
                assertEquals(onTheWayUp.get(stories), catalog(database), stories + " stories of " + target);
            }
        }
    }

    private static void assertDone(CommandRun run) {
        assertEquals(0, run.code(), run.toString());
    }

    private static CommandRun run(TestDatabase database, String target, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--config", "changelog/schemactl.yaml", "-t", target, "--url", database.url()));
        return CommandRun.of(
                arguments, Map.of("LANG", "C.UTF-8", "SCHEMACTL_SHADOW", TestServers.shadow(database.majorVersion())));
    }

    private static Catalog catalog(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, OWN_TABLES_ASIDE);
        }
    }
}
