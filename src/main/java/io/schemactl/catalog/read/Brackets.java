package io.schemactl.catalog.read;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The tokens of a text that PostgreSQL printed, and which brackets belong together. */
final class Brackets {

    private final List<Token> tokens;
    private final int[] closing;

    Brackets(String sql) {
        this.tokens = SqlLexer.code(sql);
        this.closing = new int[tokens.size()];
        Arrays.fill(closing, tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < closing.length; i++) {
            if (opens(i)) {
                open.push(i);
            } else if ((isSymbol(i, ')') || isSymbol(i, ']')) && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
    }

    int size() {
        return closing.length;
    }

    Token at(int index) {
        return tokens.get(index);
    }

    boolean is(int index, String word) {
        return index < closing.length && tokens.get(index).is(word);
    }

    boolean isSymbol(int index, char symbol) {
        return index < closing.length && tokens.get(index).isSymbol(symbol);
    }

    boolean isName(int index) {
        return index < closing.length && tokens.get(index).isName();
    }

    /** Whether a bracket opens here. */
    boolean opens(int index) {
        return isSymbol(index, '(') || isSymbol(index, '[');
    }

    /** Where the bracket closes that opens here; behind the end if it does not. */
    int closing(int index) {
        return closing[index];
    }

    /** The next token of the same level: behind the bracket that opens here, or the one after this. */
    int next(int index) {
        return (opens(index) ? closing[index] : index) + 1;
    }
}
