package io.schemactl.engine;

import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;

/** Recognises CREATE INDEX CONCURRENTLY, which leaves an invalid index behind when it fails. */
final class ConcurrentIndex {

    private ConcurrentIndex() {}

    /** The name of the index that a statement builds concurrently, if it does and names it. */
    static Optional<QualifiedName> find(String sql, String defaultSchema) {
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
        if (at >= tokens.size() || is(tokens, at, "ON") || !tokens.get(at).isName()) {
            return Optional.empty();
        }
        return Optional.of(new QualifiedName(
                new io.schemactl.sql.Identifier(tableSchema(tokens, at + 1).orElse(defaultSchema)),
                new io.schemactl.sql.Identifier(tokens.get(at).name())));
    }

    /** Whether a statement cannot run in a transaction block because of CONCURRENTLY. */
    static boolean isConcurrent(String sql) {
        List<Token> tokens = SqlLexer.code(sql);
        return tokens.stream().limit(12).anyMatch(token -> token.is("CONCURRENTLY")) && !is(tokens, 0, "REFRESH");
    }

    /** An index is always in its table's schema. */
    private static Optional<String> tableSchema(List<Token> tokens, int from) {
        int at = from;
        if (!is(tokens, at++, "ON")) {
            return Optional.empty();
        }
        at += is(tokens, at, "ONLY") ? 1 : 0;
        boolean isQualified = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('.');
        return isQualified ? Optional.of(tokens.get(at).name()) : Optional.empty();
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
