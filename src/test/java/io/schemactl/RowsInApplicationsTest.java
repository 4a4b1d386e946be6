package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.cli.CommandRun;
import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.rows.ContentsComparison;
import io.schemactl.rows.ContentsReader;
import io.schemactl.rows.GeneratedRows;
import io.schemactl.rows.RowGenerator;
import io.schemactl.rows.RowSettings;
import io.schemactl.rows.TableContents;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated rows in the four applications' schemas. */
final class RowsInApplicationsTest {

    private static final Scope SCOPE = new Scope(Set.of(QualifiedName.of("public", "databasechangelog")));

    static Stream<Arguments> applicationsOnVersions() {
        return TestServers.ends().stream()
                .flatMap(version ->
                        Stream.of("portal", "course", "practice", "mall").map(target -> Arguments.of(target, version)));
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("applicationsOnVersions")
    void fillsAllTablesWhichThenCompareEqual(String target, int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            upgrade(database, target);
            Catalog catalog = catalog(database);
            try (var connection = new WorkConnection(
                    DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple"),
                    new Interruption(),
                    notice -> {})) {
                GeneratedRows generated = new RowGenerator(catalog, connection, RowSettings.of(3)).generate();

                assertEquals(List.of(), generated.empty());
                assertEquals(List.of(), generated.nullReferences());
                assertEquals(
                        catalog.all(io.schemactl.catalog.Table.class).count(),
                        generated.filled().size() + generated.untouched().size());
                assertEquals(
                        List.of(),
                        generated.filled().stream()
                                .filter(filled -> filled.shortfall() != null)
                                .toList());
                TableContents contents = new ContentsReader(connection, 100).read(catalog);
                assertTrue(ContentsComparison.compare(contents, new ContentsReader(connection, 100).read(catalog))
                        .isEmpty());
            }
        }
    }

    private static void upgrade(TestDatabase database, String target) {
        List<String> arguments = new ArrayList<>(
                List.of("upgrade", "--config", "changelog/schemactl.yaml", "-t", target, "--url", database.url()));
        CommandRun run = CommandRun.of(
                arguments, Map.of("LANG", "C.UTF-8", "SCHEMACTL_SHADOW", TestServers.shadow(database.majorVersion())));
        assertEquals(0, run.code(), run.toString());
    }

    private static Catalog catalog(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, SCOPE);
        }
    }
}
