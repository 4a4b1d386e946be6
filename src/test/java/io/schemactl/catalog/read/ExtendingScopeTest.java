package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to the objects of {@code extending.sql}, and who sees it. */
final class ExtendingScopeTest {

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void leavesOutWhatExtensionsBring(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            database.execute("""
                    CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION cube; CREATE EXTENSION unaccent;
                    CREATE EXTENSION bloom; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm""");
            assertEquals(
                    Map.of(Kind.SCHEMA, 1L, Kind.EXTENSION, 7L),
                    Extending.read(database).objects().keySet().stream()
                            .collect(Collectors.groupingBy(ObjectKey::kind, Collectors.counting())));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsTheSameAsAnOrdinaryRole(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            Extending.build(database);
            database.execute(
                    "DO $$ BEGIN CREATE ROLE catalog_reader LOGIN PASSWORD 'x'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            String url = database.jdbcUrl()
                    .replaceAll("user=[^&]*", "user=catalog_reader")
                    .replaceAll("password=[^&]*", "password=x");
            try (Connection connection = DriverManager.getConnection(url)) {
                assertEquals(Extending.read(database), CatalogReader.read(connection, Scope.everything()));
            }
        }
    }
}
