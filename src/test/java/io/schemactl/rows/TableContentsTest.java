package io.schemactl.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.rows.ContentsDifference.NotCompared;
import io.schemactl.rows.ContentsDifference.RowsDiffer;
import io.schemactl.rows.ContentsDifference.TableDifference;
import io.schemactl.rows.ContentsDifference.TableGone;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes rows and sees what the comparison says of them, where rows are kept and where they are only counted and hashed. */
final class TableContentsTest {

    private static final int ALL = 1000;
    private static final int NONE = 0;

    private static final String SCHEMA = """
            CREATE TABLE keyed (id integer PRIMARY KEY, name text, born date, note text);
            INSERT INTO keyed VALUES (1, 'one', '2001-01-01', 'x'), (2, 'two', NULL, NULL), (3, NULL, '2003-03-03', 'x');
            CREATE TABLE keyless (a integer, b text);
            INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (2, 'y'), (3, NULL);
            CREATE TABLE gone (a integer);
            INSERT INTO gone VALUES (1), (2);
            CREATE TABLE parted (a integer PRIMARY KEY, b text) PARTITION BY LIST (a);
            CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
            CREATE TABLE parted_2 PARTITION OF parted DEFAULT;
            INSERT INTO parted VALUES (1, 'a'), (2, 'b');
            """;

    /** A change; and what it does to rows that are kept, and to rows that are only counted and hashed. */
    private record Change(String sql, List<TableDifference> listed, List<TableDifference> digested) {}

    private static List<Change> changesWithKeys() {
        return List.of(
                new Change("SELECT 1", List.of(), List.of()),
                new Change(
                        "DROP TABLE gone",
                        List.of(new TableGone(table("gone"), 2)),
                        List.of(new TableGone(table("gone"), 2))),
                new Change(
                        "ALTER TABLE keyed ADD more text DEFAULT 'm'; ALTER TABLE keyless ADD more text",
                        List.of(),
                        List.of(new NotCompared(table("keyless"), ContentsComparison.EACH_COLUMN))),
                new Change(
                        "ALTER TABLE keyed DROP note",
                        List.of(differ("keyed", 0, 0, Map.of(), Map.of("note", 2L))),
                        List.of(differ("keyed", 0, 0, Map.of(), Map.of("note", 2L)))),
                new Change(
                        "UPDATE keyed SET name = 'z' WHERE id > 1; UPDATE keyed SET born = NULL WHERE id = 1",
                        List.of(differ("keyed", 0, 0, Map.of("name", 2L, "born", 1L), Map.of())),
                        List.of(differ("keyed", 0, 0, unknown("name", "born"), Map.of()))),
                new Change(
                        "UPDATE keyed SET name = CASE id WHEN 1 THEN 'two' WHEN 2 THEN 'one' END",
                        List.of(differ("keyed", 0, 0, Map.of("name", 2L), Map.of())),
                        List.of(differ("keyed", 0, 0, unknown("name"), Map.of()))),
                new Change(
                        "DELETE FROM keyed WHERE id = 1; INSERT INTO keyed VALUES (7), (8)",
                        List.of(differ("keyed", 1, 2, Map.of(), Map.of())),
                        List.of(
                                differ("keyed", 0, 1, Map.of(), Map.of()),
                                new NotCompared(table("keyed"), ContentsComparison.TOO_MANY))));
    }

    private static List<Change> changesWithoutKeys() {
        return List.of(
                new Change(
                        "DELETE FROM keyless WHERE ctid = '(0,1)'",
                        List.of(differ("keyless", 1, 0, Map.of(), Map.of())),
                        List.of(
                                differ("keyless", 1, 0, Map.of(), Map.of()),
                                new NotCompared(table("keyless"), ContentsComparison.TOO_MANY))),
                new Change(
                        "UPDATE keyless SET b = 'z' WHERE a = 1",
                        List.of(differ("keyless", 2, 2, Map.of("b", 2L), Map.of())),
                        List.of(differ("keyless", 0, 0, unknown("b"), Map.of()))),
                new Change(
                        "UPDATE keyless SET b = CASE a WHEN 2 THEN NULL WHEN 3 THEN 'y' ELSE b END",
                        List.of(differ("keyless", 2, 2, Map.of(), Map.of())),
                        List.of(new NotCompared(table("keyless"), ContentsComparison.EACH_COLUMN))),
                new Change(
                        "ALTER TABLE keyed DROP CONSTRAINT keyed_pkey; UPDATE keyed SET id = 1 WHERE id = 2",
                        List.of(differ("keyed", 1, 1, Map.of("id", 1L), Map.of())),
                        List.of(new NotCompared(table("keyed"), ContentsComparison.TOO_MANY))),
                new Change(
                        "UPDATE parted SET a = 7 WHERE a = 1; UPDATE parted SET a = 1 WHERE a = 7",
                        List.of(),
                        List.of()),
                new Change(
                        "DELETE FROM parted_2",
                        List.of(differ("parted", 1, 0, Map.of(), Map.of())),
                        List.of(
                                differ("parted", 1, 0, Map.of(), Map.of()),
                                new NotCompared(table("parted"), ContentsComparison.TOO_MANY))));
    }

    private static QualifiedName table(String name) {
        return QualifiedName.of("public", name);
    }

    private static RowsDiffer differ(
            String table, long lost, long added, Map<String, @Nullable Long> changed, Map<String, Long> gone) {
        var changedColumns = new TreeMap<Identifier, @Nullable Long>();
        changed.forEach((name, rows) -> changedColumns.put(new Identifier(name), rows));
        var goneColumns = new TreeMap<Identifier, Long>();
        gone.forEach((name, values) -> goneColumns.put(new Identifier(name), values));
        return new RowsDiffer(table(table), lost, added, changedColumns, goneColumns);
    }

    private static Map<String, @Nullable Long> unknown(String... columns) {
        var changed = new TreeMap<String, @Nullable Long>();
        for (String column : columns) {
            changed.put(column, null);
        }
        return changed;
    }

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    static Stream<Arguments> changesOnVersions() {
        return TestServers.ends().stream()
                .flatMap(major -> Stream.of(changesWithKeys(), changesWithoutKeys())
                        .flatMap(List::stream)
                        .map(change -> Arguments.of(change, major)));
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("changesOnVersions")
    void saysWhatBecameOfRows(Change change, int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, SCHEMA)) {
            TableContents listed = database.contents(ALL);
            TableContents digested = database.contents(NONE);

            database.execute(change.sql());

            assertEquals(
                    change.listed(),
                    ContentsComparison.compare(listed, database.contents(ALL)).tables());
            assertEquals(
                    change.digested(),
                    ContentsComparison.compare(digested, database.contents(NONE))
                            .tables());
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void readsTheSameWhateverTheSessionSays(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, """
                CREATE TABLE t (a timestamptz, b interval, c bytea, d float8, e money, f date);
                INSERT INTO t VALUES ('2024-03-01 12:00+00', '1 day 02:00', '\\x00ff', 0.1, 1.5, '2024-03-04');
                """)) {
            TableContents before = database.contents(ALL);
            database.execute("SET timezone TO 'Asia/Kathmandu'; SET datestyle TO 'ISO, DMY';"
                    + "SET intervalstyle TO iso_8601; SET bytea_output TO escape; SET extra_float_digits TO -5");
            String session = session(database);

            assertEquals(before, database.contents(ALL));
            assertEquals(session, session(database));
            database.execute("BEGIN");
            assertEquals(before, database.contents(ALL));
            assertEquals(session, session(database));
            assertTrue(database.connection().isInTransaction());
        }
    }

    private static String session(RowDatabase database) throws SQLException {
        return database.value(
                "SELECT string_agg(name || '=' || setting, ', ' ORDER BY name) FROM pg_settings WHERE name IN"
                        + " ('TimeZone', 'DateStyle', 'IntervalStyle', 'bytea_output', 'extra_float_digits', 'row_security')");
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void saysWhichTableCannotBeRead(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, SCHEMA)) {
            database.execute("""
                    DO $$ BEGIN CREATE ROLE rows_half_blind; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                    CREATE TABLE secured (a integer); INSERT INTO secured VALUES (1);
                    ALTER TABLE secured OWNER TO rows_half_blind;
                    ALTER TABLE secured ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                    GRANT SELECT ON keyed TO rows_half_blind;
                    SET ROLE rows_half_blind
                    """);

            TableContents contents = database.contents(ALL);

            assertInstanceOf(TableContents.Listed.class, contents.tables().get(table("keyed")));
            var secured = assertInstanceOf(
                    TableContents.Unreadable.class, contents.tables().get(table("secured")));
            assertTrue(secured.reason().contains("row-level security"), secured.reason());
            assertNotEquals(
                    List.of(), ContentsComparison.compare(contents, contents).tables());
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void keepsRowsUpToTheLimit(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, SCHEMA)) {
            var contents = database.contents(3).tables();

            assertInstanceOf(TableContents.Listed.class, contents.get(table("keyed")));
            assertInstanceOf(TableContents.Digested.class, contents.get(table("keyless")));
        }
    }
}
