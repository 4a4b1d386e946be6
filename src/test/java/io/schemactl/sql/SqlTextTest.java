package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts are cut into statements where psql cuts them. */
final class SqlTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a; b", List.of("a", "b")),
                Arguments.of(";;a;;", List.of("a")),
                Arguments.of("a -- x;\n; b", List.of("a -- x;", "b")),
                Arguments.of("-- only\n/* comments; */", List.of()),
                Arguments.of("SELECT ';', \";\", $$;$$, E'\\';'; b", List.of("SELECT ';', \";\", $$;$$, E'\\';'", "b")),
                Arguments.of(
                        "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); b",
                        List.of("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)", "b")),
                Arguments.of(
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 2 END; END; b",
                        List.of(
                                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 2 END; END",
                                "b")),
                Arguments.of("BEGIN; a; END; b", List.of("BEGIN", "a", "END", "b")),
                Arguments.of("SELECT CASE WHEN a THEN b END; c", List.of("SELECT CASE WHEN a THEN b END", "c")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void cutsIntoStatements(String sql, List<String> expected) {
        assertEquals(expected, SqlText.statements(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a|a;", "a;|a;", "a ; /* x */|a ; /* x */", "''|''", "a;  |a;"})
    void endsEveryStatement(String sql, String expected) {
        assertEquals(expected, SqlText.terminated(sql));
    }

    @Test
    void semicolonDoesNotEndUpInAComment() {
        assertEquals("a -- x\n;", SqlText.terminated("a -- x"));
        assertEquals("a; -- x", SqlText.terminated("a; -- x"));
    }

    @Test
    void dollarTagIsNotInTheText() {
        String text = "$schemactl$ $schemactl1$";

        assertFalse(text.contains(SqlText.dollarTag(text)));
    }
}
