package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CatalogReaderTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServers.freshDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void readsAnEmptyDatabaseAsThePublicSchema() throws SQLException {
        assertEquals(
                Set.of(ObjectKey.of(Kind.SCHEMA, new Identifier("public"))),
                read().objects().keySet());
    }

    @Test
    void keepsOrderOfEnumLabels() throws SQLException {
        database.execute("CREATE TYPE e AS ENUM ('z', 'a'); ALTER TYPE e ADD VALUE 'm' BEFORE 'a'");
        assertEquals(
                List.of("z", "m", "a"),
                read().all(EnumType.class).findFirst().orElseThrow().labels());
    }

    @Test
    void leavesOutMembersOfExtensions() throws SQLException {
        database.execute("CREATE SCHEMA x; CREATE EXTENSION citext SCHEMA x; CREATE EXTENSION hstore SCHEMA x");
        assertEquals(4, read().objects().size());
    }

    @Test
    void leavesOutExcludedTablesWithTheirParts() throws SQLException {
        database.execute(
                "CREATE TABLE databasechangelog (id serial PRIMARY KEY, a int CHECK (a > 0)); CREATE INDEX ON databasechangelog (a)");
        try (Connection connection = database.connect()) {
            var scope = new Scope(Set.of(QualifiedName.of("public", "databasechangelog")));
            assertEquals(1, CatalogReader.read(connection, scope).objects().size());
        }
    }

    @Test
    void readsPartitionsInheritanceAndForeignKeysToThem() throws SQLException {
        database.execute("""
                CREATE TABLE p (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE c (id int, at date, FOREIGN KEY (id, at) REFERENCES p);
                CREATE INDEX ix_p ON p (at)""");
        Catalog catalog = read();
        Table parent = catalog.findTable(QualifiedName.of("public", "p")).orElseThrow();
        assertEquals("RANGE (at)", parent.inheritance().partitionKey());
        Table child = catalog.findTable(QualifiedName.of("public", "p1")).orElseThrow();
        assertEquals(
                "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                child.inheritance().partitionBound());
        assertEquals(List.of(parent.name()), child.inheritance().parents());
        assertEquals(1, catalog.all(ForeignKey.class).count());
        assertEquals(
                List.of(QualifiedName.of("public", "ix_p")),
                catalog.partsOf(child.name(), Kind.INDEX, Index.class)
                        .filter(index -> index.constraint() == null)
                        .map(Index::parent)
                        .toList());
    }

    @Test
    void readsSequencesWithTheirOwners() throws SQLException {
        database.execute("CREATE TABLE t (a serial, b int GENERATED ALWAYS AS IDENTITY); CREATE SEQUENCE free CYCLE");
        List<Sequence> sequences = read().all(Sequence.class).toList();
        assertEquals(3, sequences.size());
        assertTrue(sequences.get(0).cycle());
        var table = QualifiedName.of("public", "t");
        assertEquals(
                new Sequence.Owner(table, new Identifier("a"), false),
                sequences.get(1).owner());
        assertEquals(
                new Sequence.Owner(table, new Identifier("b"), true),
                sequences.get(2).owner());
    }

    @Test
    void readsStorageOfColumnsAndTables() throws SQLException {
        database.execute("""
                CREATE UNLOGGED TABLE t (a text COMPRESSION pglz, b text) WITH (fillfactor = 70);
                ALTER TABLE t ALTER b SET STATISTICS 500, ALTER b SET (n_distinct = 5), REPLICA IDENTITY FULL,
                    ENABLE ROW LEVEL SECURITY;
                CREATE POLICY mine ON t FOR SELECT USING (a = CURRENT_USER);
                ALTER TABLE t ALTER a SET STORAGE PLAIN""");
        Catalog catalog = read();
        Table table = catalog.findTable(QualifiedName.of("public", "t")).orElseThrow();
        assertEquals("70", table.storage().options().values().get("fillfactor"));
        assertTrue(table.rowSecurity().enabled());
        assertEquals(Table.ReplicaIdentity.Choice.FULL, table.replicaIdentity().choice());
        Column.Storage first = table.columns().get(0).storage();
        assertEquals("PLAIN", first.strategy());
        assertEquals("pglz", first.compression());
        Column.Storage second = table.columns().get(1).storage();
        assertEquals(500, second.statistics());
        assertEquals("5", second.options().values().get("n_distinct"));
        Policy policy = catalog.all(Policy.class).findFirst().orElseThrow();
        assertEquals(List.of("PUBLIC"), policy.roles());
        assertEquals("(a = CURRENT_USER)", policy.using());
    }

    @Test
    void readsRoutinesOfAllForms() throws SQLException {
        database.execute("""
                CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS SETOF integer LANGUAGE sql STABLE
                    SET work_mem TO '8MB' BEGIN ATOMIC SELECT a; END""");
        database.execute("""
                CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql AS 'BEGIN END';
                CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')""");
        List<Routine> routines = read().all(Routine.class).toList();
        assertEquals("integer, text", routines.get(0).arguments());
        assertEquals("a integer, b text DEFAULT 'x'::text", routines.get(0).signature());
        assertEquals(List.of("work_mem=8MB"), routines.get(0).settings());
        assertTrue(String.valueOf(routines.get(0).body()).startsWith("BEGIN ATOMIC"));
        assertEquals(Routine.Form.PROCEDURE, routines.get(1).form());
        assertEquals("int4pl", routines.get(2).aggregate().values().get("sfunc"));
        assertEquals("0", routines.get(2).aggregate().values().get("initcond"));
    }

    @Test
    void readsTheSameAsAnOrdinaryRole() throws SQLException {
        database.execute("""
                CREATE SCHEMA hidden; CREATE TABLE hidden.t (a int DEFAULT 1 CHECK (a > 0), b text);
                CREATE INDEX ON hidden.t (lower(b)) WHERE a > 0; CREATE VIEW hidden.v AS SELECT * FROM hidden.t;
                CREATE SEQUENCE hidden.s;
                DO $$ BEGIN CREATE ROLE catalog_reader LOGIN PASSWORD 'x'; EXCEPTION WHEN duplicate_object THEN NULL; END $$""");
        String url = database.jdbcUrl()
                .replaceAll("user=[^&]*", "user=catalog_reader")
                .replaceAll("password=[^&]*", "password=x");
        try (Connection connection = DriverManager.getConnection(url)) {
            assertEquals(read(), CatalogReader.read(connection, Scope.everything()));
        }
    }

    @Test
    void leavesTheSessionAsItWas() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET search_path TO x, public; SET timezone TO 'Asia/Tokyo'; SET datestyle TO 'ISO, DMY'");
            CatalogReader.read(connection, Scope.everything());
            assertTrue(connection.getAutoCommit());
            assertFalse(connection.isReadOnly());
            assertEquals("x, public", setting(statement, "search_path"));
            assertEquals("Asia/Tokyo", setting(statement, "timezone"));
            assertEquals("ISO, DMY", setting(statement, "datestyle"));
            statement.execute("CREATE TABLE public.writable ()");
        }
    }

    @Test
    void keepsNoLockOnTables() throws SQLException {
        database.execute(
                "CREATE TABLE t (a int CHECK (a > 0)); CREATE INDEX ON t ((a + 1)) WHERE a > 1; CREATE VIEW v AS TABLE t");
        try (Connection holder = database.connect();
                Connection reader = database.connect();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            try (CatalogSession session = CatalogSession.open(reader)) {
                session.read(Scope.everything());
                lock.execute("SET LOCAL lock_timeout TO '1s'; ALTER TABLE t ADD b int");
            }
            holder.rollback();
        }
    }

    @Test
    void wantsAConnectionInAutocommit() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThrows(IllegalStateException.class, () -> CatalogReader.read(connection, Scope.everything()));
        }
    }

    private Catalog read() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, Scope.everything());
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
