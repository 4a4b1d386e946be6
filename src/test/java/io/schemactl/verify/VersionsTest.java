package io.schemactl.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.finding.Finding;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same schema is read and verified alike on every version. */
final class VersionsTest {

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void findsNothingInAWholeDatabase(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            database.execute(Shop.sql());
            try (Connection connection = database.connect()) {
                assertEquals(List.of(), Shop.findings(connection, Shop.expectations()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsEqualSchemasAsEqualCatalogs(int version) throws SQLException {
        try (TestDatabase one = TestServers.freshDatabase(version);
                TestDatabase other = TestServers.freshDatabase(version)) {
            one.execute(Shop.sql());
            other.execute(Shop.sql());
            Catalog first = read(one, "");
            assertEquals(first, read(other, ""));
            assertEquals(
                    first.hashCode(), read(other, "&preferQueryMode=simple").hashCode());
            other.execute("COMMENT ON INDEX ix_videos_meta_gin IS 'different'");
            assertEquals(false, first.equals(read(other, "")));
        }
    }

    private static Catalog read(TestDatabase database, String parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + parameters)) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }

    /** Properties that only newer versions have. */
    @ParameterizedTest
    @MethodSource("versions")
    void knowsWhatNewerVersionsHave(int version) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(version);
                Connection connection = database.connect()) {
            Shop.execute(connection, "CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE c (a int, b int)");
            assertEquals(List.of(), rules(connection));
            if (version >= 15) {
                Shop.execute(
                        connection,
                        "ALTER TABLE c ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (b), ADD CONSTRAINT f"
                                + " FOREIGN KEY (a) REFERENCES p ON DELETE SET NULL (a)");
                assertEquals(
                        List.of(
                                "unique constraint u on c: nulls not distinct is yes, expected no",
                                "foreign key f on c: on delete is set null, expected no action",
                                "foreign key f on c: list of columns set on delete is (a), expected none"),
                        messages(connection));
            }
            if (version >= 18) {
                Shop.execute(
                        connection,
                        "ALTER TABLE c ADD CONSTRAINT e CHECK (b > 0) NOT ENFORCED, ADD CONSTRAINT n NOT NULL b NOT VALID");
                assertEquals(List.of("unenforced-constraint", "unvalidated-constraint"), rules(connection));
            }
        }
    }

    private static List<String> messages(Connection connection) {
        String yaml = "tables: { c: { unique: { u: [b] }, foreign-keys: { f: { columns: [a], references: p(a) } } } }";
        return Shop.findings(connection, Shop.expectations(yaml)).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<String> rules(Connection connection) {
        return Shop.findings(connection, Shop.expectations("")).stream()
                .map(Finding::rule)
                .toList();
    }
}
