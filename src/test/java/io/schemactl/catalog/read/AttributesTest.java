package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Table;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners, grants, comments and labels. */
final class AttributesTest {

    private static final String ROLES = """
            DO $$ BEGIN CREATE ROLE attributes_owner; CREATE ROLE attributes_reader;
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void takesThePublicSchemaAsItIsInEveryDatabase(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            Attributes schema = schema(database, "public");
            assertNull(schema.owner());
            assertNull(schema.grants());
            database.execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC");
            assertNotNull(schema(database, "public").grants());
            database.execute("GRANT USAGE ON SCHEMA public TO PUBLIC");
            assertNull(schema(database, "public").grants());
            database.execute(ROLES + "ALTER SCHEMA public OWNER TO attributes_owner");
            assertEquals(
                    new Identifier("attributes_owner"),
                    schema(database, "public").owner());
            assertNull(schema(database, "public").grants());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsGrantsThatAreNotTheDefault(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute(ROLES + """
                    CREATE TABLE t (a int, b int); ALTER TABLE t OWNER TO attributes_owner;
                    GRANT SELECT (a) ON t TO PUBLIC;
                    CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO attributes_reader WITH GRANT OPTION;
                    REVOKE ALL ON SCHEMA s FROM postgres;
                    CREATE SCHEMA u; GRANT USAGE ON SCHEMA u TO attributes_reader;
                    REVOKE USAGE ON SCHEMA u FROM attributes_reader;
                    CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON FUNCTION f() FROM PUBLIC""");
            Catalog catalog = read(database);
            Table table = catalog.findTable(QualifiedName.of("public", "t")).orElseThrow();
            assertEquals(new Identifier("attributes_owner"), table.attributes().owner());
            assertNull(table.attributes().grants());
            assertEquals(
                    List.of(new Grant(Grant.PUBLIC, "SELECT", false)),
                    table.columns().get(0).attributes().grants());
            assertNull(table.columns().get(1).attributes().grants());
            assertEquals(
                    List.of(new Grant("attributes_reader", "USAGE", true)),
                    schema(database, "s").grants());
            assertNull(schema(database, "u").grants());
            assertEquals(
                    List.of(new Grant(Grant.OWNER, "EXECUTE", false)),
                    attributes(catalog, ObjectKey.ofRoutine(QualifiedName.of("public", "f"), ""))
                            .grants());
        }
    }

    /** No label provider is needed to keep a label. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsLabelsAndComments(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            database.execute("""
                    CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));
                    COMMENT ON TABLE t IS 'table'; COMMENT ON COLUMN t.a IS 'column';
                    COMMENT ON CONSTRAINT positive ON t IS 'constraint';
                    INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 1, 'vault', 'secret')""");
            Catalog catalog = read(database);
            var name = QualifiedName.of("public", "t");
            Table table = catalog.findTable(name).orElseThrow();
            assertEquals("table", table.comment());
            Attributes column = table.columns().get(0).attributes();
            assertEquals("column", column.comment());
            assertEquals(Map.of("vault", "secret"), column.labels().values());
            assertEquals(
                    "constraint",
                    attributes(catalog, ObjectKey.ofPart(Kind.CONSTRAINT, name, new Identifier("positive")))
                            .comment());
        }
    }

    /** Subscriptions are among the objects that databases share, and so are their labels. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsLabelsOfSubscriptionsOfThisDatabase(int major) throws SQLException {
        String subscription = """
                CREATE SUBSCRIPTION labelled CONNECTION 'dbname=none' PUBLICATION p
                    WITH (connect = false, enabled = false, slot_name = NONE);
                INSERT INTO pg_shseclabel
                SELECT oid, 'pg_subscription'::regclass, 'vault', current_database() FROM pg_subscription
                WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())""";
        try (TestDatabase one = TestServers.freshDatabase(major);
                TestDatabase other = TestServers.freshDatabase(major)) {
            one.execute(subscription);
            other.execute(subscription);
            try {
                for (TestDatabase database : List.of(one, other)) {
                    String name = database.name();
                    Attributes labelled =
                            attributes(read(database), ObjectKey.of(Kind.SUBSCRIPTION, new Identifier("labelled")));
                    assertEquals(Map.of("vault", name), labelled.labels().values());
                }
            } finally {
                one.execute("DROP SUBSCRIPTION labelled");
                other.execute("DROP SUBSCRIPTION labelled");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void takesTheOwnerOfTheHistoryAsTheMainOwner(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major)) {
            assertEquals(new Identifier("postgres"), read(database).owner());
            database.execute(ROLES
                    + "CREATE TABLE databasechangelog (); ALTER TABLE databasechangelog OWNER TO attributes_owner");
            var scope = new Scope(Set.of(QualifiedName.of("public", "databasechangelog")));
            try (Connection connection = database.connect()) {
                assertEquals(
                        new Identifier("attributes_owner"),
                        CatalogReader.read(connection, scope).owner());
            }
        }
    }

    private static Attributes schema(TestDatabase database, String name) throws SQLException {
        return attributes(read(database), ObjectKey.of(Kind.SCHEMA, new Identifier(name)));
    }

    private static Attributes attributes(Catalog catalog, ObjectKey key) {
        return catalog.find(CatalogObject.class, key).orElseThrow().attributes();
    }

    private static Catalog read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }
}
