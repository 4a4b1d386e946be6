package io.schemactl.engine;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;

/** Recognises statements with CONCURRENTLY, which no transaction undoes when they are interrupted. */
final class ConcurrentIndex {

    /**
     * An index that a statement builds.
     *
     * @param name the index's name
     * @param table its table as written, quoted; the index is always in its table's schema
     */
    record Build(Identifier name, String table) {}

    private ConcurrentIndex() {}

    /** The index that a statement builds concurrently, if it does and names it. */
    static Optional<Build> find(String sql) {
        List<Token> tokens = SqlLexer.code(sql);
        int at = 0;
        if (!is(tokens, at++, "CREATE")) {
            return Optional.empty();
        }
        at += is(tokens, at, "UNIQUE") ? 1 : 0;
        if (!is(tokens, at++, "INDEX") || !is(tokens, at++, "CONCURRENTLY")) {
            return Optional.empty();
        }
        at += is(tokens, at, "IF") ? 3 : 0;
        if (is(tokens, at, "ON") || !isName(tokens, at) || !is(tokens, at + 1, "ON")) {
            return Optional.empty();
        }
        int table = at + (is(tokens, at + 2, "ONLY") ? 3 : 2);
        return isName(tokens, table)
                ? Optional.of(new Build(new Identifier(tokens.get(at).name()), quotedName(tokens, table)))
                : Optional.empty();
    }

    /** The index that a statement drops concurrently, quoted, if it drops one. */
    static Optional<String> findDropped(String sql) {
        List<Token> tokens = SqlLexer.code(sql);
        if (!is(tokens, 0, "DROP") || !is(tokens, 1, "INDEX") || !is(tokens, 2, "CONCURRENTLY")) {
            return Optional.empty();
        }
        int at = is(tokens, 3, "IF") ? 5 : 3;
        return isName(tokens, at) ? Optional.of(quotedName(tokens, at)) : Optional.empty();
    }

    /** Whether a statement cannot run in a transaction block because of CONCURRENTLY. */
    static boolean isConcurrent(String sql) {
        List<Token> tokens = SqlLexer.code(sql);
        return tokens.stream().limit(12).anyMatch(token -> token.is("CONCURRENTLY")) && !is(tokens, 0, "REFRESH");
    }

    private static String quotedName(List<Token> tokens, int at) {
        String first = new Identifier(tokens.get(at).name()).quoted();
        boolean isQualified = at + 2 < tokens.size() && tokens.get(at + 1).isSymbol('.') && isName(tokens, at + 2);
        return isQualified ? first + "." + new Identifier(tokens.get(at + 2).name()).quoted() : first;
    }

    private static boolean isName(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isName();
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
