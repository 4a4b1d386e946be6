package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.EventTrigger;
import io.schemactl.catalog.ForeignDataWrapper;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Server;
import io.schemactl.catalog.Statistics;
import io.schemactl.catalog.Subscription;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.UserMapping;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of objects that a database has beside tables and what belongs to them. */
final class DatabaseObjectsTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void readsForeignAccessWithoutSecrets(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
                    CREATE FOREIGN DATA WRAPPER "W 2" OPTIONS (debug 'a=b');
                    CREATE SERVER s TYPE 't' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '1');
                    COMMENT ON SERVER s IS 'far away';
                    CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u', password 'secret=x');
                    CREATE USER MAPPING FOR CURRENT_USER SERVER s""");
            Catalog catalog = read(database);
            List<ForeignDataWrapper> wrappers = all(catalog, ForeignDataWrapper.class);
            assertEquals(
                    List.of("W 2", "w"),
                    wrappers.stream().map(w -> w.name().name()).toList());
            assertEquals("a=b", wrappers.get(0).options().values().get("debug"));
            assertNull(wrappers.get(1).handler());
            assertEquals(
                    QualifiedName.of("pg_catalog", "postgresql_fdw_validator"),
                    wrappers.get(1).validator());
            Server server = only(catalog, Server.class);
            assertEquals(new Identifier("w"), server.wrapper());
            assertEquals("t", server.type());
            assertEquals("1", server.version());
            assertEquals("{host=h, port=1}", server.options().values().toString());
            assertEquals("far away", server.comment());
            List<UserMapping> mappings = all(catalog, UserMapping.class);
            assertEquals(2, mappings.size());
            UserMapping shared = mappings.stream()
                    .filter(mapping -> mapping.role().equals(UserMapping.PUBLIC))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of("password", "user"), shared.optionNames());
            assertFalse(catalog.toString().contains("secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsEventTriggers(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                    CREATE EVENT TRIGGER e ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP INDEX') EXECUTE FUNCTION f();
                    ALTER EVENT TRIGGER e ENABLE REPLICA""");
            EventTrigger trigger = only(read(database), EventTrigger.class);
            assertEquals("sql_drop", trigger.event());
            assertEquals(List.of("DROP INDEX", "DROP TABLE"), trigger.tags());
            assertEquals(QualifiedName.of("public", "f"), trigger.function());
            assertEquals(Trigger.State.REPLICA, trigger.state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 17, 18})
    void readsExtendedStatistics(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE SCHEMA x; CREATE TABLE t (b int, a int, c text);
                    CREATE STATISTICS x.s (ndistinct, mcv) ON lower(c), b, a, (a + b) FROM t;
                    CREATE STATISTICS one ON lower(c) FROM t; ALTER STATISTICS one SET STATISTICS 0;
                    COMMENT ON STATISTICS x.s IS 'why'""");
            List<Statistics> statistics = all(read(database), Statistics.class);
            assertEquals(QualifiedName.of("public", "one"), statistics.get(0).name());
            assertEquals(List.of(), statistics.get(0).types());
            assertEquals(0, statistics.get(0).target());
            Statistics several = statistics.get(1);
            assertEquals(QualifiedName.of("public", "t"), several.relation());
            assertEquals(List.of(Statistics.Type.NDISTINCT, Statistics.Type.MCV), several.types());
            assertEquals(List.of(new Identifier("a"), new Identifier("b")), several.columns());
            assertEquals(List.of("lower(c)", "(a + b)"), several.expressions());
            assertNull(several.target());
            assertEquals("why", several.comment());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 18})
    void readsPublications(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE u (id int);
                    CREATE PUBLICATION everything FOR ALL TABLES;
                    CREATE PUBLICATION nothing WITH (publish = '');
                    CREATE PUBLICATION partly FOR TABLE u, t WITH (publish = 'insert, truncate', publish_via_partition_root)""");
            List<Publication> publications = all(read(database), Publication.class);
            assertTrue(publications.get(0).allTables());
            assertEquals(EnumSet.allOf(Trigger.Event.class), publications.get(0).publish());
            assertEquals(Set.of(), publications.get(1).publish());
            Publication partly = publications.get(2);
            assertEquals(EnumSet.of(Trigger.Event.INSERT, Trigger.Event.TRUNCATE), partly.publish());
            assertTrue(partly.viaRoot());
            assertEquals(
                    List.of(
                            new Publication.PublishedTable(QualifiedName.of("public", "t"), List.of(), null),
                            new Publication.PublishedTable(QualifiedName.of("public", "u"), List.of(), null)),
                    partly.tables());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void readsColumnsRowFiltersAndSchemasOfPublications(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE SCHEMA x; CREATE TABLE t (id int PRIMARY KEY, b int, a int);
                    CREATE PUBLICATION p FOR TABLE t (id, b) WHERE (id > 1); CREATE PUBLICATION q FOR TABLES IN SCHEMA x""");
            List<Publication> publications = all(read(database), Publication.class);
            assertEquals(
                    List.of(new Publication.PublishedTable(
                            QualifiedName.of("public", "t"),
                            List.of(new Identifier("b"), new Identifier("id")),
                            "(id > 1)")),
                    publications.get(0).tables());
            assertEquals(List.of(new Identifier("x")), publications.get(1).schemas());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void readsThatAPublicationHasGeneratedColumns(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("CREATE PUBLICATION p FOR ALL TABLES WITH (publish_generated_columns = stored)");
            assertTrue(only(read(database), Publication.class).storedGeneratedColumns());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void readsSubscriptionsOfThisDatabaseWithoutTheirConnection(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                TestDatabase other = TestServers.freshDatabase(major)) {
            String more = more(major);
            String name = "s_" + database.name();
            database.execute("""
                    CREATE SUBSCRIPTION %s CONNECTION 'host=h password=secret' PUBLICATION q, p
                    WITH (connect = false, slot_name = 'slot', binary, streaming, synchronous_commit = 'on'%s)""".formatted(name, more));
            try {
                Catalog catalog = read(database);
                Subscription subscription = only(catalog, Subscription.class);
                assertEquals(new Identifier(name), subscription.name());
                assertEquals(List.of(new Identifier("p"), new Identifier("q")), subscription.publications());
                assertEquals(new Identifier("slot"), subscription.slotName());
                assertTrue(subscription.disabled());
                assertEquals(
                        new Subscription.Transfer(
                                true,
                                Subscription.Streaming.ON,
                                major >= 15,
                                major >= 16 ? "none" : "any",
                                major >= 17),
                        subscription.transfer());
                assertEquals(
                        new Subscription.Application("on", major >= 15, major >= 16, major >= 16),
                        subscription.application());
                assertFalse(catalog.toString().contains("secret"));
                assertEquals(List.of(), all(read(other), Subscription.class));
            } finally {
                database.execute("ALTER SUBSCRIPTION %1$s SET (slot_name = NONE)".formatted(name));
                database.execute("DROP SUBSCRIPTION " + name);
            }
        }
    }

    private static String more(int major) {
        return (major >= 15 ? ", two_phase, disable_on_error" : "")
                + (major >= 16 ? ", origin = none, run_as_owner, password_required = false" : "")
                + (major >= 17 ? ", failover" : "");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsDefaultPrivileges(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE SCHEMA x;
                    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA x GRANT SELECT ON TABLES TO pg_monitor WITH GRANT OPTION;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA x GRANT USAGE ON TYPES TO PUBLIC""");
            Identifier me = new Identifier(database.server().user());
            Identifier x = new Identifier("x");
            List<DefaultPrivileges> privileges = all(read(database), DefaultPrivileges.class);
            assertEquals(
                    List.of(
                            privileges(
                                    me,
                                    null,
                                    DefaultPrivileges.Type.ROUTINES,
                                    new Grant(Grant.OWNER, "EXECUTE", false)),
                            privileges(me, x, DefaultPrivileges.Type.TABLES, new Grant("pg_monitor", "SELECT", true)),
                            privileges(me, x, DefaultPrivileges.Type.TYPES, new Grant(Grant.PUBLIC, "USAGE", false))),
                    privileges);
        }
    }

    private static DefaultPrivileges privileges(
            Identifier role, @Nullable Identifier schema, DefaultPrivileges.Type type, Grant grant) {
        return new DefaultPrivileges(role, schema, type, List.of(grant), Attributes.none());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void readsAllOfThemWithoutSuperuserRights(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
                    CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (a 'b');
                    CREATE USER MAPPING FOR CURRENT_USER SERVER s;
                    CREATE USER MAPPING FOR pg_monitor SERVER s; GRANT USAGE ON FOREIGN SERVER s TO pg_monitor;
                    CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                    CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
                    CREATE TABLE t (a int, b int); CREATE STATISTICS st ON a, b FROM t; CREATE PUBLICATION p FOR TABLE t;
                    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC""");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE pg_monitor");
                Catalog catalog = CatalogReader.read(connection, Scope.everything());
                assertEquals(
                        read(database).objects().keySet(), catalog.objects().keySet());
                assertEquals(
                        List.of(false, true, true),
                        all(catalog, UserMapping.class).stream()
                                .map(UserMapping::optionsHidden)
                                .sorted()
                                .toList());
            }
        }
    }

    private static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }

    private static <T extends CatalogObject> List<T> all(Catalog catalog, Class<T> type) {
        return catalog.all(type).toList();
    }

    private static <T extends CatalogObject> T only(Catalog catalog, Class<T> type) {
        List<T> all = all(catalog, type);
        assertEquals(1, all.size(), type.getSimpleName());
        return all.get(0);
    }
}
