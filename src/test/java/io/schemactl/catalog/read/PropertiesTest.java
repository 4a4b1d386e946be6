package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare properties of the common kinds of objects. */
final class PropertiesTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsOptionsOfToastTables(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TABLE t (a text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
                CREATE TABLE u (a text) WITH (toast.autovacuum_enabled = false);
                CREATE TABLE plain (a text);
                CREATE MATERIALIZED VIEW m WITH (toast.autovacuum_enabled = false) AS SELECT 'a'::text AS a""");
        Map<String, String> toast = Map.of("toast.autovacuum_enabled", "false");
        assertEquals(
                Map.of("fillfactor", "70", "toast.autovacuum_enabled", "false"),
                table(catalog, "t").storage().options().values());
        assertEquals(toast, table(catalog, "u").storage().options().values());
        assertTrue(table(catalog, "plain").storage().options().isEmpty());
        View view = only(catalog, View.class);
        assertEquals(toast, view.options().values());
        assertEquals(new Identifier("heap"), view.accessMethod());
        assertNull(view.tablespace());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsTypedTablesAndDefaultsOfViews(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TYPE c AS (a int, b text); CREATE TABLE t OF c;
                CREATE VIEW v AS SELECT 1 AS a; ALTER VIEW v ALTER a SET DEFAULT 7""");
        assertEquals(QualifiedName.of("public", "c"), table(catalog, "t").ofType());
        assertEquals("7", only(catalog, View.class).columns().get(0).defaultExpression());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void readsStatisticsTargetsOfIndexKeys(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TABLE t (a int, b text); CREATE INDEX i ON t (a, lower(b));
                ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 900""");
        Index index = only(catalog, Index.class);
        assertNull(index.keys().get(0).statistics());
        assertEquals(900, index.keys().get(1).statistics());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsBothSortsOfOptionsOfForeignColumns(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
                CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'A')) SERVER s OPTIONS (table_name 'F');
                ALTER FOREIGN TABLE f ALTER a SET (n_distinct = 5)""");
        Column.Storage storage = table(catalog, "f").columns().get(0).storage();
        assertEquals(Map.of("n_distinct", "5"), storage.options().values());
        assertEquals(Map.of("column_name", "A"), storage.foreignOptions().values());
        assertEquals(
                new Table.Foreign(new Identifier("s"), new Options(new TreeMap<>(Map.of("table_name", "F")))),
                table(catalog, "f").foreign());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsTransitionTablesAndReferencedTablesOfTriggers(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TABLE t (a int); CREATE TABLE u (a int);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE TRIGGER a AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS "N" EXECUTE FUNCTION f();
                CREATE CONSTRAINT TRIGGER b AFTER INSERT ON t FROM u FOR EACH ROW EXECUTE FUNCTION f()""");
        List<Trigger> triggers = catalog.all(Trigger.class).toList();
        assertEquals(new Identifier("o"), triggers.get(0).oldTable());
        assertEquals(new Identifier("N"), triggers.get(0).newTable());
        assertNull(triggers.get(0).referenced());
        assertEquals(QualifiedName.of("public", "u"), triggers.get(1).referenced());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 18})
    void readsTriggersOfPartitionsWithTheirState(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (a);
                CREATE TABLE p2 PARTITION OF p1 FOR VALUES IN (1);
                CREATE TABLE r (a int REFERENCES p);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE TRIGGER g AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
                ALTER TABLE p2 DISABLE TRIGGER g""");
        assertEquals(
                List.of("p ENABLED false", "p1 ENABLED true", "p2 DISABLED true"),
                catalog.all(Trigger.class)
                        .map(trigger ->
                                "%s %s %s".formatted(trigger.relation().name(), trigger.state(), trigger.inherited()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void tellsBodiesOfRoutinesApart(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE FUNCTION a(i int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION b(i int) RETURNS int LANGUAGE sql SET work_mem = '1MB' SET jit = off RETURN 1;
                CREATE FUNCTION c(internal) RETURNS internal LANGUAGE internal AS 'generate_series_int4_support';
                CREATE FUNCTION d(i int) RETURNS SETOF int LANGUAGE sql SUPPORT c AS 'SELECT 1';
                CREATE FUNCTION e() RETURNS bytea LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'""");
        List<Routine> routines = catalog.all(Routine.class).toList();
        assertFalse(routines.get(0).implementation().sqlBody());
        assertTrue(routines.get(1).implementation().sqlBody());
        assertEquals(List.of("jit=off", "work_mem=1MB"), routines.get(1).settings());
        assertEquals(
                QualifiedName.of("public", "c"),
                routines.get(3).implementation().support());
        assertEquals("$libdir/plpgsql", routines.get(4).implementation().objectFile());
        assertEquals("plpgsql_call_handler", routines.get(4).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsAllPropertiesOfAggregates(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE FUNCTION fin(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE FUNCTION two(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE AGGREGATE agg (int) (sfunc = int4pl, stype = int, sspace = 12, finalfunc = fin, finalfunc_extra,
                    finalfunc_modify = shareable, msfunc = int4pl, minvfunc = int4mi, mstype = int, msspace = 9,
                    mfinalfunc = two, mfinalfunc_modify = read_write, parallel = safe);
                CREATE AGGREGATE plain (int) (sfunc = int4pl, stype = int);
                CREATE AGGREGATE rank2 (VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi,
                    stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical)""");
        Map<String, String> agg = aggregate(catalog, "agg");
        assertEquals("12", agg.get("sspace"));
        assertEquals("true", agg.get("finalfunc_extra"));
        assertEquals("SHAREABLE", agg.get("finalfunc_modify"));
        assertEquals("integer", agg.get("mstype"));
        assertEquals("9", agg.get("msspace"));
        assertEquals("READ_WRITE", agg.get("mfinalfunc_modify"));
        assertEquals(
                List.of("sfunc", "stype"),
                List.copyOf(aggregate(catalog, "plain").keySet()));
        assertEquals(
                List.of("finalfunc", "finalfunc_extra", "hypothetical", "sfunc", "stype"),
                List.copyOf(aggregate(catalog, "rank2").keySet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void readsNamesThatPeopleGaveToNotNullsOfDomains(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE DOMAIN a AS int NOT NULL; CREATE DOMAIN b AS int CONSTRAINT mine NOT NULL;
                CREATE DOMAIN c AS int CONSTRAINT positive CHECK (VALUE > 0);
                ALTER DOMAIN c ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID""");
        List<Domain> domains = catalog.all(Domain.class).toList();
        assertTrue(domains.get(0).notNull());
        assertNull(domains.get(0).notNullConstraint());
        assertEquals(
                major >= 17 ? new Domain.NotNull(new Identifier("mine"), null) : null,
                domains.get(1).notNullConstraint());
        assertEquals(
                List.of(true, false),
                domains.get(2).checks().stream().map(Domain.Check::validated).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void readsNotNullConstraintsThatPeopleNamed(int major) throws SQLException {
        String longName = "a_table_with_a_very_long_name_that_postgresql_has_to_shorten_x";
        Catalog catalog = read(major, """
                CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b int CONSTRAINT mine NOT NULL,
                    c int CONSTRAINT c_not_null NOT NULL NO INHERIT, d int);
                ALTER TABLE t ADD CONSTRAINT later NOT NULL d NOT VALID;
                CREATE TABLE child (b int CONSTRAINT mine NOT NULL, e int CONSTRAINT own NOT NULL) INHERITS (t);
                CREATE TABLE %1$s (id int NOT NULL, a_column_with_a_very_long_name_that_is_to_be_shortened_xxxxxx int NOT NULL);
                CREATE TABLE s (%1$s int NOT NULL);
                CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                CREATE TABLE p2 (a int NOT NULL); ALTER TABLE p ATTACH PARTITION p2 FOR VALUES IN (2)""".formatted(longName));
        assertEquals(
                List.of("child.mine", "child.own", "t.c_not_null", "t.later", "t.mine"),
                catalog.all(NotNullConstraint.class)
                        .map(constraint -> constraint.relation().name() + "." + constraint.name())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void readsVirtualColumnsAndUnenforcedConstraints(int major) throws SQLException {
        Catalog catalog = read(major, """
                CREATE TABLE t (a int PRIMARY KEY, v int GENERATED ALWAYS AS (a + 1) VIRTUAL, CHECK (a > 0) NOT ENFORCED);
                CREATE TABLE u (a int REFERENCES t NOT ENFORCED)""");
        assertEquals(
                new Column.Generated("(a + 1)", false),
                table(catalog, "t").columns().get(1).generated());
        assertEquals(
                2,
                catalog.all(Constraint.class)
                        .filter(constraint -> !constraint.standing().enforced())
                        .count());
    }

    private static Catalog read(int major, String sql) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect()) {
            database.execute(sql);
            return CatalogReader.read(connection, Scope.everything());
        }
    }

    private static Table table(Catalog catalog, String name) {
        return catalog.findTable(QualifiedName.of("public", name)).orElseThrow();
    }

    private static Map<String, String> aggregate(Catalog catalog, String name) {
        return catalog.all(Routine.class)
                .filter(routine -> routine.name().name().name().equals(name))
                .findFirst()
                .orElseThrow()
                .aggregate()
                .values();
    }

    private static <T extends CatalogObject> T only(Catalog catalog, Class<T> type) {
        return catalog.all(type).findFirst().orElseThrow();
    }
}
