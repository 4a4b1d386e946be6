package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.sql.ServerWide.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SqlScriptTest {

    @Test
    void cutsStatementsWithTheirPlaces() {
        var script = SqlScript.parse("\uFEFF-- first\nSELECT ';' ;\n\nCREATE FUNCTION f() RETURNS int"
                + " BEGIN ATOMIC SELECT 1; SELECT 2; END;  SELECT 3");
        assertEquals(
                List.of(
                        "SELECT ';'",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                        "SELECT 3"),
                texts(script));
        assertEquals(10, script.statements().get(0).start());
    }

    @Test
    void passesOverRowsAndWhatPgDumpWritesForPsql() {
        var script = SqlScript.parse("""
                \\restrict x1
                CREATE TABLE t (a text);
                COPY public.t (a) FROM stdin;
                it's
                $$;
                \\.
                SELECT 1;
                \\unrestrict x1
                """);
        assertEquals(List.of("CREATE TABLE t (a text)", "SELECT 1"), texts(script));
        assertEquals(List.of(), script.commands());
    }

    @Test
    void namesCommandsOfPsql() {
        var script = SqlScript.parse("SELECT 1;\n\\connect other\nSELECT '\\i x';");
        assertEquals(List.of("SELECT 1", "SELECT '\\i x'"), texts(script));
        assertEquals(List.of(new SqlScript.Piece("\\connect other", 10)), script.commands());
    }

    @Test
    void seesWhatActsOnTheWholeServer() {
        assertEquals(Optional.of(Effect.HARMS), ServerWide.effect("drop database prod"));
        assertEquals(Optional.of(Effect.HARMS), ServerWide.effect("/* x */ ALTER SYSTEM SET fsync = off"));
        assertEquals(Optional.of(Effect.CREATES_ROLE), ServerWide.effect("CREATE ROLE \"App\" LOGIN"));
        assertEquals("App", ServerWide.role("CREATE ROLE \"App\" LOGIN"));
        assertEquals(Optional.of(Effect.DESCRIBES), ServerWide.effect("GRANT admin TO app"));
        assertEquals(Optional.of(Effect.DESCRIBES), ServerWide.effect("COMMENT ON ROLE app IS 'x'"));
        assertEquals(Optional.empty(), ServerWide.effect("GRANT SELECT ON t TO app"));
        assertEquals(Optional.empty(), ServerWide.effect("CREATE USER MAPPING FOR app SERVER s"));
        assertEquals(Optional.empty(), ServerWide.effect("CREATE TABLE role (a int)"));
        assertTrue(ServerWide.isOfServer("-- x\nALTER SYSTEM RESET ALL"));
        assertTrue(ServerWide.isOfServer("Create Database x"));
        assertFalse(ServerWide.isOfServer("ALTER DATABASE x SET work_mem = '1MB'"));
        assertFalse(ServerWide.isOfServer("DROP DATABASE"));
    }

    private static List<String> texts(SqlScript script) {
        return script.statements().stream().map(SqlScript.Piece::text).toList();
    }
}
