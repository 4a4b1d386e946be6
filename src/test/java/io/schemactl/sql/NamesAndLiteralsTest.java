package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name or a value reads back as it was, whatever is in it. */
final class NamesAndLiteralsTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestServers.freshDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Straße", "a\"b", "a.b", "a b", "select", "1a", "a$b", "ä€😀", "a'b\\c", "%", "?"})
    void identifiersReadBack(String name) throws SQLException {
        assertEquals(name, first("SELECT 1 AS " + new Identifier(name).quoted(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "it's", "back\\slash", "\\'", "line\nbreak", "tab\t", "ä€😀", "$$", "%s ? {fn x}", ":x", "--"
            })
    void literalsReadBack(String text) throws SQLException {
        assertEquals(text, first("SELECT " + Literal.of(text), false));
        assertEquals(text, first("SET standard_conforming_strings = off; SELECT " + Literal.of(text), false));
    }

    @Test
    void onlyPlainNamesAreShownWithoutQuotes() {
        assertEquals("a_1", new Identifier("a_1").display());
        assertEquals("\"A\"", new Identifier("A").display());
        assertEquals("\"a b\".c", QualifiedName.of("a b", "c").display());
        assertEquals("\"a\"\"\".\"c\"", QualifiedName.of("a\"", "c").quoted());
    }

    @Test
    void refusesWhatPostgresRefuses() {
        assertThrows(IllegalArgumentException.class, () -> new Identifier(""));
        assertThrows(IllegalArgumentException.class, () -> new Identifier("a\0"));
    }

    private static String first(String sql, boolean label) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (var result = statement.getResultSet()) {
                result.next();
                return label ? result.getMetaData().getColumnLabel(1) : result.getString(1);
            }
        }
    }
}
