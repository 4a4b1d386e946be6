package io.schemactl.diff;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names that a text of the server mentions their new names. The server qualifies what it prints, because it was read
 * with an empty search path.
 *
 * @param names new names of objects by the old ones
 * @param column the new name of a column
 */
record MentionedNames(Map<QualifiedName, QualifiedName> names, NamedItems.@Nullable Names column) {

    String rewrite(String text) {
        String rewritten = text;
        for (Map.Entry<QualifiedName, QualifiedName> name : names.entrySet()) {
            if (rewritten.contains(name.getKey().name().name())) {
                rewritten = rewrite(rewritten, name.getKey(), name.getValue());
            }
        }
        return column == null ? rewritten : rewriteColumn(rewritten, column);
    }

    private static String rewrite(String text, QualifiedName from, QualifiedName to) {
        List<Token> tokens = SqlLexer.tokens(text);
        boolean inQuery = IntStream.range(0, tokens.size()).anyMatch(i -> isName(tokens, i, from));
        var result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.start() < copied) {
                continue;
            }
            String replacement = replacement(tokens, i, from, to, inQuery);
            if (replacement != null) {
                result.append(text, copied, token.start()).append(replacement);
                copied = isName(tokens, i, from) ? tokens.get(i + 2).end() : token.end();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static @Nullable String replacement(
            List<Token> tokens, int at, QualifiedName from, QualifiedName to, boolean inQuery) {
        Token token = tokens.get(at);
        if (isName(tokens, at, from)) {
            return to.display();
        }
        // As in nextval('public.orders_id_seq'::regclass).
        if (token.kind() == SqlLexer.Kind.STRING && token.text().equals(literal(from))) {
            return literal(to);
        }
        // A table without an alias qualifies its columns by its name alone.
        return inQuery && isQualifier(tokens, at) && is(token, from.name())
                ? to.name().display()
                : null;
    }

    private static boolean isName(List<Token> tokens, int at, QualifiedName name) {
        return at + 2 < tokens.size()
                && !follows(tokens, at, '.')
                && is(tokens.get(at), name.schema())
                && tokens.get(at + 1).isSymbol('.')
                && is(tokens.get(at + 2), name.name());
    }

    private static boolean isQualifier(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('.') && !follows(tokens, at, '.');
    }

    private static boolean follows(List<Token> tokens, int at, char symbol) {
        return at > 0 && tokens.get(at - 1).isSymbol(symbol);
    }

    private static boolean is(Token token, Identifier name) {
        return token.isName() && token.name().equals(name.name());
    }

    private static String literal(QualifiedName name) {
        return Literal.of(name.display());
    }

    private static String rewriteColumn(String text, NamedItems.Names column) {
        var result = new StringBuilder();
        int copied = 0;
        for (Token token : SqlLexer.tokens(text)) {
            if (token.isName() && column.from().equals(new Identifier(token.name()).display())) {
                result.append(text, copied, token.start()).append(column.to());
                copied = token.end();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }
}
