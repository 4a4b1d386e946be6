package io.schemactl.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.db.ServerAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of templates, on a server that counts as schemactl's own and on one that counts as the user's. */
final class ShadowsTest {

    private final AtomicInteger built = new AtomicInteger();
    private final TemplateKey key = TemplateKey.of(List.of(UUID.randomUUID().toString()));
    private int version;

    @BeforeEach
    void chooseVersion() {
        version = TestServers.versions().get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buildsOnceAndCopiesEachTime(boolean isEmbedded) throws SQLException {
        try (Shadows shadows = shadows(isEmbedded)) {
            shadows.toRead(key, version, this::build).close();
            for (int i = 0; i < 2; i++) {
                try (ShadowDatabase copy = shadows.toRead(key, version, this::build)) {
                    assertEquals(List.of("1"), query(copy.address(), "SELECT a FROM t"));
                    execute(copy.address(), "INSERT INTO t VALUES (2); CREATE TABLE scribble ()");
                }
            }
        }
        assertEquals(1, built.get());
        assertEquals(isEmbedded ? 1 : 0, left().size());
        drop();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoCopiesAtOnceAreTwoDatabases(boolean isEmbedded) throws SQLException {
        try (Shadows shadows = shadows(isEmbedded)) {
            shadows.toRead(key, version, this::build).close();
            try (ShadowDatabase one = shadows.toRead(key, version, this::build);
                    ShadowDatabase two = shadows.toRead(key, version, this::build)) {
                execute(one.address(), "DROP TABLE t");

                assertNotEquals(one.address().database(), two.address().database());
                assertEquals(List.of("1"), query(two.address(), "SELECT a FROM t"));
            }
        }
        drop();
    }

    @Test
    void otherKeysAreOtherDatabases() throws SQLException {
        try (Shadows shadows = shadows(true)) {
            shadows.toRead(key, version, this::build).close();
            shadows.toRead(TemplateKey.of(List.of(key.digest())), version, this::build)
                    .close();
        }
        assertEquals(2, built.get());
        assertEquals(2, left().size());
        drop();
    }

    @Test
    void whatIsReadBecomesTheTemplate() throws SQLException {
        try (Shadows shadows = shadows(true)) {
            shadows.toRead(key, version, this::build).close();
            shadows.toRead(key, version, this::build).close();
            shadows.toRead(key, version, this::build).close();
        }
        assertEquals(1, built.get());
        drop();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsNothingThatIsNotWhatItsKeySays(boolean isEmbedded) throws SQLException {
        try (Shadows shadows = shadows(isEmbedded)) {
            for (int i = 0; i < 2; i++) {
                shadows.toRead(key, version, empty -> !build(empty)).close();
                shadows.toRead(null, version, this::build).close();
            }
        }
        assertEquals(4, built.get());
        assertEquals(List.of(), left());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dropsWhatABuilderLeavesHalfMade(boolean isEmbedded) throws SQLException {
        try (Shadows shadows = shadows(isEmbedded)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> shadows.toRead(key, version, empty -> {
                        build(empty);
                        throw new IllegalStateException("half made");
                    }));
        }
        assertEquals(List.of(), left());
    }

    private boolean build(ShadowDatabase empty) {
        built.incrementAndGet();
        execute(empty.address(), "CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
        return true;
    }

    private Shadows shadows(boolean isEmbedded) {
        var environment = new Environment(Map.of(), Path.of(""), Path.of(""));
        ShadowPlace place = isEmbedded
                ? new ShadowPlace.Embedded(version)
                : ShadowPlace.parse(new Secret(TestServers.shadow(version)), environment, warning -> {});
        return new Shadows(place, new TestServer(), warning -> {
            throw new AssertionError(warning);
        });
    }

    /** Joins the tests' server as if it were schemactl's own. */
    private static final class TestServer implements Shadows.Servers {

        @Override
        public EmbeddedServer embedded(int majorVersion) {
            TestServers.server(majorVersion);
            return new EmbeddedServers(TestServers.root(), List.of(TestServers.ARCHIVES)).start(majorVersion);
        }

        @Override
        public ContainerServer container(String image) {
            throw new AssertionError("nobody asks for a container");
        }
    }

    /** The databases of ours that are still there. */
    private List<String> left() throws SQLException {
        return query(
                new TestDatabase(TestServers.server(version), "postgres"),
                "SELECT datname FROM pg_database WHERE datname LIKE 'schemactl\\_%' ORDER BY oid");
    }

    private void drop() throws SQLException {
        for (String database : left()) {
            TestServers.execute(TestServers.server(version), "DROP DATABASE " + database);
        }
    }

    private List<String> query(ServerAddress address, String sql) throws SQLException {
        return query(new TestDatabase(TestServers.server(version), address.database()), sql);
    }

    private static List<String> query(TestDatabase database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void execute(ServerAddress address, String sql) {
        try {
            new TestDatabase(TestServers.server(version), address.database()).execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
