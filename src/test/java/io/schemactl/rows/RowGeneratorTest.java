package io.schemactl.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RowGeneratorTest {

    private static final int ALL = 1000;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void makesTheSameRowsOfTheSameSeed(int major) throws SQLException, IOException {
        String sql = "";
        for (String file : List.of("checks.sql", "foreign-keys.sql", "keys.sql", "partitions.sql")) {
            sql += "CREATE SCHEMA \"%1$s\"; SET search_path TO \"%1$s\", public;".formatted(file)
                    + Files.readString(Path.of("src/test/resources/io/schemactl/rows/accepted", file));
        }
        TableContents first = contents(major, sql, 5);

        assertTrue(first.tables().size() > 20);
        assertEquals(
                List.of(),
                ContentsComparison.compare(first, contents(major, sql, 5)).tables());
        assertNotEquals(
                List.of(),
                ContentsComparison.compare(first, contents(major, sql, 6)).tables());
    }

    private static TableContents contents(int major, String sql, long seed) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, sql)) {
            database.generate(seed);
            return database.contents(ALL);
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void saysWhyTablesStayEmpty(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, """
                CREATE TABLE impossible (a integer NOT NULL CHECK (a > 5 AND a < 5));
                CREATE TABLE refers (a integer NOT NULL, b integer PRIMARY KEY);
                CREATE TABLE unkept (a integer);
                CREATE RULE nothing AS ON INSERT TO unkept DO INSTEAD NOTHING;
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'never here'; END $$;
                CREATE TABLE refused (a integer);
                CREATE TRIGGER refuse BEFORE INSERT ON refused FOR EACH ROW EXECUTE FUNCTION refuse();
                ALTER TABLE impossible ADD UNIQUE (a);
                ALTER TABLE refers ADD CONSTRAINT to_impossible FOREIGN KEY (a) REFERENCES impossible (a);
                CREATE TABLE unparted (a integer) PARTITION BY LIST (a);
                CREATE TYPE nobody AS ENUM ();
                CREATE TABLE of_nobody (a nobody NOT NULL);
                CREATE TABLE only_one (a boolean PRIMARY KEY CHECK (a));
                """)) {
            GeneratedRows generated = database.generate(1);

            String reasons = generated.empty().stream()
                    .map(empty -> empty.table().name() + ": " + empty.reason())
                    .collect(Collectors.joining("\n"));
            assertEquals("""
                    impossible: 23514 new row for relation "impossible" violates check constraint "impossible_a_check"
                    of_nobody: no value is known for column a of type nobody
                    refers: foreign key to_impossible finds no row in public.impossible to refer to
                    refused: P0001 never here
                    unkept: the server took rows, but a trigger or a rule kept none of them
                    unparted: it has no partitions that hold rows""", sorted(reasons));
            assertEquals(1, generated.filled().size());
            GeneratedRows.Filled single = generated.filled().get(0);
            assertEquals(1, single.rows());
            assertTrue(String.valueOf(single.shortfall()).startsWith("23505 "), single.toString());
        }
    }

    private static String sorted(String lines) {
        return lines.lines().sorted().collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void leavesTablesWithRowsAlone(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, """
                CREATE TABLE has_rows (a integer PRIMARY KEY); INSERT INTO has_rows VALUES (42);
                CREATE TABLE refers (a integer NOT NULL REFERENCES has_rows);
                CREATE TABLE parted (a integer) PARTITION BY LIST (a);
                CREATE TABLE parted_1 PARTITION OF parted DEFAULT; INSERT INTO parted VALUES (1);
                """)) {
            GeneratedRows generated = database.generate(1);

            assertEquals(
                    List.of(QualifiedName.of("public", "has_rows"), QualifiedName.of("public", "parted")),
                    generated.untouched());
            assertEquals("1", database.value("SELECT count(*) FROM has_rows"));
            assertEquals(List.of("42"), database.query("SELECT DISTINCT a FROM refers"));
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void staysInTheOpenTransaction(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, "CREATE TABLE t (a date NOT NULL)")) {
            database.execute("SET timezone TO 'Asia/Kathmandu'; BEGIN");
            database.generate(1);

            assertTrue(database.connection().isInTransaction());
            assertEquals("Asia/Kathmandu", database.value("SHOW timezone"));
            assertNotEquals("0", database.value("SELECT count(*) FROM t"));
            database.execute("ROLLBACK");
            assertEquals("0", database.value("SELECT count(*) FROM t"));

            database.generate(1);
            assertFalse(database.connection().isInTransaction());
            assertNotEquals("0", database.value("SELECT count(*) FROM t"));
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void worksForAnOwnerWhoIsNoSuperuser(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, """
                DO $$ BEGIN CREATE ROLE rows_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                CREATE SCHEMA owned AUTHORIZATION rows_owner;
                SET ROLE rows_owner;
                CREATE TABLE owned.plain (a integer PRIMARY KEY);
                CREATE TABLE owned.secured (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant text NOT NULL,
                    size integer NOT NULL, plain integer NOT NULL REFERENCES owned.plain);
                ALTER TABLE owned.secured ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE POLICY tenants ON owned.secured USING (tenant IN ('red', 'blue'));
                CREATE POLICY sizes ON owned.secured AS RESTRICTIVE WITH CHECK (size > 7000);
                CREATE POLICY all_sizes ON owned.secured AS RESTRICTIVE FOR SELECT USING (true);
                """)) {
            GeneratedRows generated = database.generate(1);

            assertEquals(List.of(), generated.empty());
            assertEquals("4", database.value("SELECT count(*) FROM owned.secured"));
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void endsInTime(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, hundredTables())) {
            var settings = new RowSettings(1, 4, Duration.ZERO);
            GeneratedRows generated = new RowGenerator(database.catalog(), database.connection(), settings).generate();

            assertEquals(List.of(), generated.filled());
            assertEquals(100, generated.empty().size());
            assertEquals("the time was over", generated.empty().get(0).reason());
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void fillsAHundredTables(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, hundredTables())) {
            GeneratedRows generated = database.generate(1);
            assertEquals(List.of(), generated.empty());
            assertEquals(100, generated.filled().size());
        }
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void stopsWhenTheUserWantsTo(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, hundredTables())) {
            var catalog = database.catalog();
            database.connection().interruption().request();
            var generator = new RowGenerator(catalog, database.connection(), RowSettings.of(1));

            assertThrows(SQLException.class, generator::generate);
            assertFalse(database.connection().isInTransaction());
        }
    }

    private static String hundredTables() {
        return IntStream.range(0, 100)
                .mapToObj(i -> """
                        CREATE TABLE t%d (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            previous bigint%s,
                            code varchar(12) NOT NULL UNIQUE,
                            state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'old')),
                            amount numeric(10,2) NOT NULL CHECK (amount >= 0),
                            starts timestamptz NOT NULL, ends timestamptz CHECK (ends > starts),
                            data jsonb, tags text[], made timestamptz NOT NULL DEFAULT now());
                        """.formatted(i, i == 0 ? "" : " NOT NULL REFERENCES t" + (i - 1)))
                .collect(Collectors.joining());
    }
}
