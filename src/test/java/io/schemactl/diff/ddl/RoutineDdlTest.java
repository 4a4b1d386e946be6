package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas, extensions, views and routines. */
final class RoutineDdlTest {

    private static final String SETUP = """
            CREATE SCHEMA "S x";
            CREATE TYPE "S x"."E, (" AS ENUM ('a');
            CREATE TABLE t (id int, a int, b text);
            CREATE SEQUENCE q;
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | CREATE SCHEMA \"A b\"",
                "CREATE EXTENSION hstore | CREATE EXTENSION hstore SCHEMA \"S x\"",
                "`` | CREATE EXTENSION \"uuid-ossp\" SCHEMA \"S x\"",
                "`` | CREATE FUNCTION f(a int, b \"S x\".\"E, (\" DEFAULT 'a', VARIADIC c text[] DEFAULT ARRAY['x, DEFAULT']) RETURNS SETOF t LANGUAGE sql STABLE STRICT LEAKPROOF PARALLEL SAFE COST 0.5 ROWS 7 SET search_path = \"S x\", pg_temp, \"$user\" SET work_mem = '1MB' SET my.own = 'it''s' AS 'SELECT * FROM public.t'",
                "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE FUNCTION f(a int DEFAULT 3) RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $x$ BEGIN RETURN '$$'; END $x$",
                "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION f(a int, OUT b text) LANGUAGE sql AS $$SELECT 'a'$$ | CREATE FUNCTION f(a int, OUT b text, OUT c int) LANGUAGE sql RETURN ROW('a', 1)",
                "CREATE FUNCTION f() RETURNS TABLE (x int, y text) LANGUAGE sql BEGIN ATOMIC SELECT id, b FROM t; SELECT a, b FROM t WHERE b = ';'; END | CREATE FUNCTION f() RETURNS TABLE (x int, y text) LANGUAGE sql RETURN ROW(1, 'x')",
                "CREATE FUNCTION f(int) RETURNS int LANGUAGE internal IMMUTABLE AS 'int4abs' | CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $z$SELECT '$body$'::text::int; SELECT 1 -- $$ $$z$",
                "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE FUNCTION f(int) RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number'",
                "CREATE PROCEDURE f(IN a int, OUT b text) LANGUAGE plpgsql AS 'BEGIN b := 1; END' | CREATE PROCEDURE f(IN a int, INOUT b text DEFAULT 'x') LANGUAGE sql AS 'SELECT 1::text'",
                "CREATE PROCEDURE f(a int, OUT b int) LANGUAGE plpgsql AS 'BEGIN b := 1; END';; CREATE PROCEDURE f(a int, b int) LANGUAGE sql AS '' | CREATE PROCEDURE f(a int, b int) LANGUAGE sql SECURITY DEFINER SET search_path = '' BEGIN ATOMIC INSERT INTO t VALUES (a, b); END",
                "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1' | CREATE PROCEDURE f(a int) LANGUAGE sql AS 'SELECT 1'",
                "CREATE AGGREGATE g(int) (SFUNC = int4larger, STYPE = int) | CREATE AGGREGATE g(int) (SFUNC = int4larger, STYPE = int, INITCOND = '0', SORTOP = >, PARALLEL = SAFE, COMBINEFUNC = int4larger)",
                "`` | CREATE AGGREGATE g(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0')",
                "`` | CREATE VIEW \"S x\".\"V\" (\"A b\", c) WITH (security_barrier) AS SELECT id, b FROM t WHERE a > 1 WITH LOCAL CHECK OPTION",
                "CREATE VIEW v AS SELECT id, b FROM t | CREATE VIEW v WITH (security_barrier) AS SELECT a AS id, b, 1 AS c FROM t",
                "CREATE VIEW v AS SELECT id, b FROM t | CREATE VIEW v WITH (check_option = cascaded) AS SELECT id, b FROM t",
                "CREATE VIEW v AS SELECT id, b FROM t | CREATE VIEW v AS VALUES (1, 'x'::text) UNION SELECT 1, 'y'",
                "CREATE VIEW v AS SELECT id, b FROM t | CREATE MATERIALIZED VIEW v AS SELECT id, b FROM t",
                "CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS SELECT id, b FROM t | CREATE MATERIALIZED VIEW v WITH (autovacuum_enabled = off) AS SELECT id, b FROM t WITH NO DATA",
                "CREATE MATERIALIZED VIEW v AS SELECT id, b FROM t;; COMMENT ON COLUMN v.b IS 'x' | CREATE MATERIALIZED VIEW v AS SELECT id, b FROM t;; ALTER MATERIALIZED VIEW v ALTER id SET STATISTICS 7, ALTER id SET (n_distinct = 4);; COMMENT ON COLUMN v.id IS 'it''s'",
                "CREATE VIEW v AS SELECT id, b FROM t;; ALTER VIEW v ALTER b SET DEFAULT 'x' | CREATE VIEW v AS SELECT id, b FROM t;; ALTER VIEW v ALTER id SET DEFAULT nextval('q');; COMMENT ON COLUMN v.id IS 'x'",
            })
    void leadsThereAndBack(String from, String to) throws SQLException {
        for (int major : List.of(14, 18)) {
            DdlCase.on(major, SETUP).change(from, to);
        }
    }

    @ParameterizedTest
    @CsvSource({"14", "18"})
    void replacesFunctionsInPlace(int major) throws SQLException {
        var done = DdlCase.on(major, SETUP)
                .migrate(
                        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2'");
        assertEquals(
                List.of("CREATE OR REPLACE FUNCTION \"public\".\"f\"(a integer DEFAULT 1)\nRETURNS integer\n"
                        + "LANGUAGE \"sql\" IMMUTABLE\nAS $$SELECT 2$$"),
                DdlCase.texts(done));
    }

    @ParameterizedTest
    @CsvSource({"14", "18"})
    void keepsViewsThatOnlyGetMoreColumns(int major) throws SQLException {
        var done = DdlCase.on(major, SETUP + "; CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v")
                .migrate("", "CREATE OR REPLACE VIEW v AS SELECT id, a FROM t");
        assertEquals(1, done.size());
        assertEquals(List.of("LOCK public.v ACCESS EXCLUSIVE"), DdlCase.hazards(done));
    }

    @ParameterizedTest
    @CsvSource({"14", "18"})
    void updatesExtensionsWhereTheyAre(int major) throws SQLException {
        var done = DdlCase.on(major, SETUP)
                .migrate(
                        "CREATE EXTENSION pg_trgm VERSION '1.3'",
                        "CREATE EXTENSION pg_trgm SCHEMA \"S x\" VERSION '1.5'");
        assertEquals(
                List.of(
                        "ALTER EXTENSION \"pg_trgm\" UPDATE TO '1.5'",
                        "ALTER EXTENSION \"pg_trgm\" SET SCHEMA \"S x\""),
                DdlCase.texts(done));
    }

    @ParameterizedTest
    @CsvSource({"14", "18"})
    void givesStorageBackToTheType(int major) throws SQLException {
        String view = "CREATE MATERIALIZED VIEW v AS SELECT b, 1.5::numeric AS n FROM t";
        String other = view + ";; ALTER MATERIALIZED VIEW v ALTER b SET STORAGE EXTERNAL, ALTER n SET STORAGE PLAIN";
        DdlCase.on(major, SETUP).change(view, other);
    }
}
