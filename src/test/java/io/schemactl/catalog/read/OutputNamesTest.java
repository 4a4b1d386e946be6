package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT 'x'::text AS text | SELECT 'x'::text",
                "SELECT 1, NULL::character varying(3) AS \"varchar\" FROM t | SELECT 1, NULL::character varying(3) FROM t",
                "SELECT '1'::public.\"My Type\" AS \"My Type\" | SELECT '1'::public.\"My Type\"",
                "SELECT '{}'::integer[] AS int4, '1'::interval day AS \"interval\" | SELECT '{}'::integer[], '1'::interval day",
                "SELECT f.x AS x, (f.x)[1] AS x | SELECT f.x, (f.x)[1]",
                "SELECT DISTINCT ON (t.a) 'x'::text AS text, t.a FROM t | SELECT DISTINCT ON (t.a) 'x'::text, t.a FROM t",
                "SELECT ( SELECT 'x'::text AS text UNION SELECT 'y'::text) AS \"?column?\" "
                        + "| SELECT ( SELECT 'x'::text UNION SELECT 'y'::text) AS \"?column?\"",
                "WITH a AS ( SELECT ('x'::text COLLATE \"C\") AS text) SELECT ( WITH b AS (SELECT 1) SELECT f.y AS y) AS y "
                        + "| WITH a AS ( SELECT ('x'::text COLLATE \"C\")) SELECT ( WITH b AS (SELECT 1) SELECT f.y)",
                "DELETE FROM t RETURNING WITH (OLD AS o) 'x'::text AS text | DELETE FROM t RETURNING WITH (OLD AS o) 'x'::text"
            })
    void leavesOutWhatTheParserWouldSay(String printed, String left) {
        assertEquals(left, OutputNames.leftOut(printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'x'::text AS name, t.a AS b, 'AS text'::text AS \"Text\" FROM t",
                "SELECT true AS bool, count(*) AS count, (1 + 2) AS int4",
                "SELECT XMLSERIALIZE(CONTENT XMLFOREST('x'::text AS text) AS text) AS \"xmlserialize\"",
                "SELECT JSON_QUERY(t.a, '$' PASSING 'x'::text AS text RETURNING jsonb) AS json_query FROM t",
                "WITH x AS ( SELECT 1), y AS MATERIALIZED ( SELECT 2) SELECT x.a FROM x, y",
                "SELECT t.a FROM f('x'::text) text(a), t AS t",
            })
    void keepsOthers(String printed) {
        assertEquals(printed, OutputNames.leftOut(printed));
    }

    @Test
    void keepsWhatIsNoQuery() {
        assertEquals("(a = 'x'::text)", OutputNames.leftOut("(a = 'x'::text)"));
        assertEquals("(a AS", OutputNames.leftOut("(a AS"));
        assertEquals("SELECT (( AS a", OutputNames.leftOut("SELECT (( AS a"));
    }
}
