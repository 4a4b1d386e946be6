package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens as PostgreSQL's own lexer cuts them. */
final class SqlLexerTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("SELECT a.b", "WORD SELECT|WORD a|SYMBOL .|WORD b"),
                Arguments.of("'it''s'", "STRING 'it''s'"),
                Arguments.of("'back\\' x", "STRING 'back\\'|WORD x"),
                Arguments.of("E'back\\' x'", "STRING E'back\\' x'"),
                Arguments.of("e'\\\\' x", "STRING e'\\\\'|WORD x"),
                Arguments.of("B'01' x'ff' N'a'", "STRING B'01'|STRING x'ff'|STRING N'a'"),
                Arguments.of("U&'d\\0061'", "STRING U&'d\\0061'"),
                Arguments.of("U&\"d\\0061t\"", "QUOTED U&\"d\\0061t\""),
                Arguments.of("\"a\"\"b;\"", "QUOTED \"a\"\"b;\""),
                Arguments.of("$$ ; ' $$", "STRING $$ ; ' $$"),
                Arguments.of("$a$ $b$ $$ $a$", "STRING $a$ $b$ $$ $a$"),
                Arguments.of("$ä1$ ; $ä1$", "STRING $ä1$ ; $ä1$"),
                Arguments.of("$1 + $2", "SYMBOL $|NUMBER 1|SYMBOL +|SYMBOL $|NUMBER 2"),
                Arguments.of("a$b$c", "WORD a$b$c"),
                Arguments.of("/* a /* ; */ b */ x", "COMMENT /* a /* ; */ b */|WORD x"),
                Arguments.of("-- ; '\nx", "COMMENT -- ; '|WORD x"),
                Arguments.of("--", "COMMENT --"),
                Arguments.of("größe_1", "WORD größe_1"),
                Arguments.of("1.5e3,.5", "NUMBER 1.5e3|SYMBOL ,|SYMBOL .|NUMBER 5"),
                Arguments.of("1-1", "NUMBER 1|SYMBOL -|NUMBER 1"),
                Arguments.of("'open", "STRING 'open"),
                Arguments.of("/* open", "COMMENT /* open"),
                Arguments.of("$x$ open", "STRING $x$ open"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void cuts(String sql, String expected) {
        String tokens = String.join(
                "|",
                SqlLexer.tokens(sql).stream()
                        .map(token -> token.kind() + " " + token.text())
                        .toList());

        assertEquals(expected, tokens);
    }

    @Test
    void tokensKnowWhereTheyStand() {
        var token = SqlLexer.code("/* x */ ab").get(0);

        assertEquals(List.of(8, 10), List.of(token.start(), token.end()));
    }

    @Test
    void namesAreFoldedUnlessQuoted() {
        var names = SqlLexer.tokens("STRAßE ÄPFEL \"Stra\"\"ße\" U&\"d\\0061t\\+000061\"").stream()
                .map(SqlLexer.Token::name)
                .toList();

        assertEquals(List.of("straße", "Äpfel", "Stra\"ße", "data"), names);
    }
}
