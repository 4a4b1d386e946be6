package io.schemactl.catalog.read;

import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints conditions and lists of values as PostgreSQL prints them when they are read again.
 *
 * <p>{@code b BETWEEN 0 AND 9 AND a > 0} is printed as {@code (((b >= 0) AND (b <= 9)) AND (a > 0))}. Given that text, the parser makes
 * one list of what stands to the left of {@code AND}, and PostgreSQL prints {@code ((b >= 0) AND (b <= 9) AND (a > 0))}: so a table
 * would differ from its own copy. The same comes of comparing rows, with {@code OR}.
 */
final class FlatConditions {

    private final Brackets tokens;
    private final List<int[]> cuts = new ArrayList<>();

    private FlatConditions(Brackets tokens) {
        this.tokens = tokens;
    }

    /** A text without the brackets, and the spaces, that are gone when it is read again. */
    static String flattened(String sql) {
        if (!sql.contains("((") && !sql.contains("( VALUES")) {
            return sql;
        }
        var conditions = new FlatConditions(new Brackets(sql));
        conditions.find();
        conditions.cuts.sort((one, other) -> Integer.compare(one[0], other[0]));
        var text = new StringBuilder();
        int written = 0;
        for (int[] cut : conditions.cuts) {
            text.append(sql, written, cut[0]);
            written = cut[1];
        }
        return text.append(sql, written, sql.length()).toString();
    }

    private void find() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!tokens.isSymbol(i, '(')) {
                continue;
            }
            int first = i + 1;
            if (tokens.is(first, "VALUES")) {
                cuts.add(new int[] {tokens.at(i).end(), tokens.at(first).start()});
            } else if (tokens.isSymbol(first, '(') && isSameCondition(first)) {
                cut(tokens.at(first));
                cut(tokens.at(tokens.closing(first)));
            }
        }
    }

    private void cut(Token bracket) {
        cuts.add(new int[] {bracket.start(), bracket.end()});
    }

    /** Whether the brackets that open here hold conditions that the next one is joined to as they are joined to each other. */
    private boolean isSameCondition(int opening) {
        int closing = tokens.closing(opening);
        return List.of("AND", "OR").stream()
                .anyMatch(word -> tokens.is(closing + 1, word) && isJoinedBy(word, opening + 1, closing));
    }

    /** Whether conditions are joined by a word only; queries have other words first. */
    private boolean isJoinedBy(String word, int from, int to) {
        boolean isJoined = false;
        for (int i = from; i < to; i = tokens.next(i)) {
            isJoined |= tokens.is(i, word);
            if (isOther(word, tokens.at(i))) {
                return false;
            }
        }
        return isJoined;
    }

    private static boolean isOther(String word, Token token) {
        return List.of("SELECT", "VALUES", "WITH", "BETWEEN", word.equals("AND") ? "OR" : "AND").stream()
                .anyMatch(token::is);
    }
}
