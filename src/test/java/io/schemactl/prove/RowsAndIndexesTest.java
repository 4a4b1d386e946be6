package io.schemactl.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows and plans are compared. */
final class RowsAndIndexesTest {

    private static TestDatabase database;
    private static TestDesk desk;

    @BeforeAll
    static void connect() throws SQLException {
        database = TestServers.freshDatabase();
        database.execute("""
                CREATE DOMAIN facts AS jsonb;
                CREATE TYPE mood AS ENUM ('happy', 'sad');
                CREATE TABLE people (id integer PRIMARY KEY, name text, facts jsonb);
                CREATE INDEX ix_people_name ON people (name);
                CREATE INDEX ix_people_facts_gin ON people USING gin (facts);
                CREATE TABLE days (day date, n integer) PARTITION BY RANGE (day);
                CREATE TABLE days_2024 PARTITION OF days FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE INDEX ix_days_n ON days (n)""");
        desk = TestDesk.on(database);
    }

    @AfterAll
    static void drop() throws SQLException {
        desk.close();
        database.close();
    }

    private static TestOutcome compare(String query, String rows) throws SQLException {
        return desk.runOne("query: |\n  %s\nrows: %s".formatted(query, rows)).outcome();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            SELECT 1                                      | [1]
            SELECT 1.5000                                 | [1.5]
            SELECT 1.5000                                 | ['1.5000']
            SELECT 1e3::float8                            | [1000]
            SELECT 0.1::float4                            | [0.1]
            SELECT 'NaN'::numeric                         | [NaN]
            SELECT 'Infinity'::float8                     | [Infinity]
            SELECT '007'                                  | [007]
            SELECT true, false                            | [[true, no]]
            SELECT true, 'yes'                            | [[t, yes]]
            SELECT NULL::text, NULL::jsonb                | [[null, ~]]
            SELECT 'null'                                 | ['null']
            SELECT ''                                     | ['']
            SELECT 'sad'::mood                            | [sad]
            SELECT '{"b": 1.0, "a": [true, null]}'::jsonb | ['{"a":[true,null],"b":1}']
            SELECT '{"b": 1.0, "a": [true, null]}'::jsonb | [{ jsonb: { a: [yes, null], b: 1 } }]
            SELECT '[1, {"x": "y"}]'::json                | [[[1, { x: y }]]]
            SELECT '{"a": 1}'::facts                      | [['{ "a": 1.00 }']]
            SELECT '{"a": "x y"}'::jsonb -> 'a'           | [x y]
            SELECT '{"a": "x y"}'::jsonb -> 'a'           | ['"x y"']
            SELECT 'null'::jsonb                          | ['null']
            SELECT 'true'::jsonb, '42'::jsonb             | [[true, 42]]
            SELECT ARRAY[1, 2], ARRAY['a b', NULL]        | [['{1,2}', '{"a b",NULL}']]
            SELECT timestamptz '2024-01-31 12:00+02'      | [2024-01-31 10:00:00+00]
            SELECT date '2024-01-31', interval '90 min'   | [[2024-01-31, '01:30:00']]
            SELECT '\\x0aff'::bytea                       | ['\\x0aff']
            SELECT '{"a": 1}'::jsonb ? 'a', '{d}', '??'   | [[true, '{d}', '??']]
            SELECT 1 WHERE false                          | []
            SELECT n FROM generate_series(1, 3) n         | [1, 2, 3]
            SELECT 1 AS a, 2 AS b                         | [{ b: 2 }]
            SELECT 'ä€😀'                                 | [ä€😀]
            INSERT INTO people VALUES (1, 'x') RETURNING * | [[1, x, null]]
            """)
    void equal(String query, String rows) throws SQLException {
        TestOutcome outcome = compare(query, rows);
        assertTrue(outcome.passed(), outcome.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            SELECT 1                               | [2]                  | row 1, column ?column?: 1, not 2
            SELECT 1.5000 AS a                     | ['1.5']              | row 1, column a: 1.5000, not 1.5
            SELECT 'null' AS a                     | [null]               | row 1, column a: null, not NULL
            SELECT NULL AS a                       | ['']                 | row 1, column a: NULL, not
            SELECT NULL AS a                       | ['null']             | row 1, column a: NULL, not null
            SELECT 'null'::jsonb AS a              | [null]               | row 1, column a: null, not NULL
            SELECT 'true' AS a                     | [yes]                | row 1, column a: true, not yes
            SELECT true AS a                       | [false]              | row 1, column a: t, not false
            SELECT true AS a                       | [1]                  | row 1, column a: t, not 1
            SELECT '"1"'::jsonb AS a               | [1]                  | row 1, column a: "1", not 1
            SELECT '{"a": 1}'::jsonb AS a          | [{ a: { a: 1, b: null } }] | row 1, column a: {"a": 1}, not {"a":1,"b":null}
            SELECT '[1, 2]'::jsonb AS a            | [[[2, 1]]]           | row 1, column a: [1, 2], not [2,1]
            SELECT '{"a": 1}'::text AS a           | [{ a: { a: 1 } }]    | row 1, column a: {"a": 1}, not {"a":1}
            SELECT 'a' AS a UNION ALL SELECT 'b'   | [b, a]               | row 1, column a: a, not b
            SELECT 'a' AS a UNION ALL SELECT 'b'   | [a]                  | 2 rows, not 1
            SELECT 'a' AS a                        | [a, a]               | 1 row, not 2
            SELECT 'a' AS a                        | []                   | 1 row, not 0
            SELECT 1 AS a, 2 AS b                  | [1]                  | the row in line 5 has 1 values, but the query returns 2 columns
            SELECT 1 AS name, 2 AS b               | [{ nam: 1 }]         | the row in line 5 names the column `nam`, but the query returns name, b; did you mean `name`?
            SELECT 1 AS a, 2 AS a                  | [{ a: 1 }]           | the row in line 5 names the column `a`, which the query returns twice; give it an alias
            """)
    void different(String query, String rows, String difference) throws SQLException {
        TestOutcome outcome = compare(query, rows);
        assertFalse(outcome.passed(), outcome.toString());
        assertEquals(difference, String.valueOf(outcome.difference()).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[3, c], [1, a], [2, b], [2, b]]",
                "[{ n: 2 }, { t: c }, { n: 2, t: b }, { n: 1, t: a }]",
                "[{ t: b }, { n: 2 }, { n: 3 }, { t: a }]"
            })
    void rowsInAnyOrder(String rows) throws SQLException {
        TestResult result = desk.runOne("""
                query: VALUES_FOUR
                rows: ROWS
                any-order: true
                """.replace("ROWS", rows)
                .replace("VALUES_FOUR", "SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (2, 'b'), (3, 'c')) AS v(n, t)"));
        assertTrue(result.passed(), result.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[1, a], [1, a], [2, b]]                | no row is as the one in line 4
            [{ n: 1 }, { n: 1, t: a }, { t: b }]    | no row is as the one in line 4
            [[1, a], [2, b]]                        | 3 rows, not 2
            """)
    void differentInAnyOrder(String rows, String difference) throws SQLException {
        TestResult result = desk.runOne("""
                query: SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (2, 'b')) AS v(n, t)
                rows: ROWS
                any-order: true
                """.replace("ROWS", rows));
        assertFalse(result.passed());
        assertEquals(difference, result.outcome().difference());
    }

    @Test
    void showsRowsAsLines() throws SQLException {
        TestOutcome outcome =
                compare("SELECT n, nullif(n, 2) AS m FROM generate_series(1, 2) n", "[{ n: 1, m: null }, { m: x }]");
        assertEquals("n: 1 | m: NULL\nm: x", outcome.expected());
        assertEquals("1 | 1\n2 | NULL", outcome.actual());
        TestOutcome many = compare("SELECT n FROM generate_series(1, 103) n", "[]");
        assertEquals("no rows", many.expected());
        assertTrue(many.actual().endsWith("\n99\n100\n… and 3 more"), many.actual());
    }

    @Test
    void aQueryReturnsRows() throws SQLException {
        TestOutcome outcome = compare("DELETE FROM people", "[]");
        assertFalse(outcome.passed());
        assertEquals("no rows, as the statement is no query", outcome.actual());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM people WHERE name = 'x'            | ix_people_name
            SELECT * FROM people WHERE name = 'x'            | public.ix_people_name
            SELECT * FROM people WHERE facts @> '{"a": 1}'   | ix_people_facts_gin
            SELECT * FROM days WHERE n = 1                   | ix_days_n
            """)
    void findsTheIndexInThePlan(String query, String index) throws SQLException {
        TestResult result = desk.runOne("query: |\n  %s\nuses-index: %s".formatted(query, index));
        assertTrue(result.passed(), result.toString());
        assertTrue(String.valueOf(result.outcome().plan()).contains("Index"), result.toString());
    }

    @Test
    void saysWhichPlanThereIsInstead() throws SQLException {
        TestOutcome none = desk.runOne("query: SELECT * FROM people WHERE name LIKE '%x'\nuses-index: ix_people_name")
                .outcome();
        assertFalse(none.passed());
        assertEquals("a plan with index ix_people_name", none.expected());
        assertEquals("a plan without an index", none.actual());
        assertTrue(String.valueOf(none.plan()).startsWith("Seq Scan on people"), none.toString());

        TestOutcome other = desk.runOne("query: SELECT * FROM people WHERE id = 1\nuses-index: ix_people_name")
                .outcome();
        assertFalse(other.passed());
        assertEquals("a plan with index people_pkey", other.actual());

        TestOutcome missing = desk.runOne("query: SELECT * FROM people WHERE id = 1\nuses-index: audit.ix_a")
                .outcome();
        assertFalse(missing.passed());
        assertEquals("there is no index audit.ix_a", missing.difference());
    }

    @Test
    void marksThePlaceInAQueryWithoutPlan() throws SQLException {
        TestOutcome outcome = desk.runOne("query: SELECT nme FROM people\nuses-index: ix_people_name")
                .outcome();
        assertFalse(outcome.passed());
        assertEquals("nme FROM people", TestDesk.marked(outcome));
    }
}
