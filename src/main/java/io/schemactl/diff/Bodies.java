package io.schemactl.diff;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares function bodies, which PostgreSQL keeps as they were written. */
final class Bodies {

    private static final Set<String> SQL = Set.of("sql", "plpgsql");

    /** Characters that make another operator if they stand together. */
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?:.$";

    private Bodies() {}

    /** Whether two bodies differ in no more than white space and the case of words, outside literals, quoted names and comments. */
    static boolean same(String language, @Nullable String first, @Nullable String second) {
        if (first == null || second == null || !SQL.contains(language)) {
            return Objects.equals(first, second);
        }
        return first.equals(second) || words(first).equals(words(second));
    }

    private static List<String> words(String body) {
        var words = new ArrayList<String>();
        int end = -1;
        for (Token token : SqlLexer.tokens(body)) {
            boolean joined = token.start() == end && token.kind() == SqlLexer.Kind.SYMBOL && isOperator(token);
            String word = word(token);
            if (joined && !words.isEmpty() && isOperator(words.get(words.size() - 1))) {
                words.set(words.size() - 1, words.get(words.size() - 1) + word);
            } else {
                words.add(word);
            }
            end = token.end();
        }
        return words;
    }

    private static boolean isOperator(Token token) {
        return OPERATOR.contains(token.text());
    }

    private static boolean isOperator(String word) {
        return word.chars().allMatch(each -> OPERATOR.indexOf(each) >= 0);
    }

    private static String word(Token token) {
        return switch (token.kind()) {
            case WORD -> token.name();
            case COMMENT -> token.text().stripTrailing();
            case QUOTED, STRING, NUMBER, SYMBOL -> token.text();
        };
    }
}
