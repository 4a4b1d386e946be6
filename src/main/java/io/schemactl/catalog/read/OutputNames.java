package io.schemactl.catalog.read;

import io.schemactl.sql.SqlLexer.Token;
import java.util.Set;

/**
 * Leaves out the names of outputs that the parser gives by itself.
 *
 * <p>Where nobody sees a query's names, as below {@code EXISTS} or in a function's body, PostgreSQL prints {@code SELECT 'x'} as
 * {@code SELECT 'x'::text}. Given that text, it takes the type for the output's name, and prints {@code SELECT 'x'::text AS text}: so
 * a function would differ from its own copy.
 */
final class OutputNames {

    private static final Set<String> ENDS = Set.of(
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "FOR",
            "ON");

    private final String sql;
    private final Brackets tokens;
    private final ParserNames names;
    private final StringBuilder text = new StringBuilder();
    private int written;

    private OutputNames(String sql) {
        this.sql = sql;
        this.tokens = new Brackets(sql);
        this.names = new ParserNames(tokens);
    }

    /** A text without the names that say nothing. */
    static String leftOut(String sql) {
        if (!sql.contains(" AS ")) {
            return sql;
        }
        var names = new OutputNames(sql);
        names.walk(0, names.tokens.size());
        return names.text.append(sql, names.written, sql.length()).toString();
    }

    /** Reads what stands between two brackets, or everything. */
    private void walk(int from, int to) {
        int output = -1;
        for (int i = from; i < to; i = tokens.next(i)) {
            if (tokens.opens(i)) {
                walk(i + 1, tokens.closing(i));
            } else if (tokens.is(i, "SELECT") || tokens.is(i, "RETURNING")) {
                output = i + 1;
            } else if (output >= 0 && tokens.isSymbol(i, ',')) {
                shorten(output, i);
                output = i + 1;
            } else if (output >= 0 && isEnd(tokens, i)) {
                shorten(output, i);
                output = -1;
            }
        }
        if (output >= 0) {
            shorten(output, to);
        }
    }

    /** Whether a list of outputs ends here. */
    static boolean isEnd(Brackets tokens, int index) {
        Token token = tokens.at(index);
        if (tokens.isSymbol(index, ';')) {
            return true;
        }
        boolean isWithinOutput = index > 0
                && ((token.is("GROUP") && tokens.is(index - 1, "WITHIN"))
                        || (token.is("ON") && tokens.is(index - 1, "DISTINCT")));
        return ENDS.contains(token.text()) && !isWithinOutput;
    }

    private void shorten(int from, int to) {
        int as = to - 2;
        if (as <= from || !tokens.is(as, "AS") || !tokens.isName(to - 1)) {
            return;
        }
        String name = tokens.at(to - 1).name();
        if (names.find(ParserNames.start(tokens, from), as).filter(name::equals).isPresent()) {
            text.append(sql, written, tokens.at(as - 1).end());
            written = tokens.at(to - 1).end();
        }
    }
}
