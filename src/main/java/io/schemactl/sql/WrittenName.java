package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name as somebody writes it in SQL: parts with dots between them, in quotes or not.
 *
 * @param parts the parts, without quotes and folded as the server does
 */
public record WrittenName(List<Identifier> parts) {

    /** Copies the parts. */
    public WrittenName {
        parts = List.copyOf(parts);
    }

    /** The name that a text is; empty if it is anything else. */
    public static Optional<WrittenName> parse(String text) {
        List<Token> tokens = SqlLexer.tokens(text);
        boolean alternates = tokens.size() % 2 == 1
                && IntStream.range(0, tokens.size())
                        .allMatch(i -> i % 2 == 0
                                ? isName(tokens.get(i))
                                : tokens.get(i).isSymbol('.'));
        return alternates
                ? Optional.of(new WrittenName(tokens.stream()
                        .filter(Token::isName)
                        .map(token -> new Identifier(token.name()))
                        .toList()))
                : Optional.empty();
    }

    private static boolean isName(Token token) {
        return token.isName() && !token.name().isEmpty() && token.name().indexOf('\0') < 0;
    }

    /** The last part. */
    public Identifier last() {
        return parts.get(parts.size() - 1);
    }

    /** The parts before the last as a name of their own; empty if there are none. */
    public Optional<WrittenName> owner() {
        return parts.size() == 1 ? Optional.empty() : Optional.of(new WrittenName(parts.subList(0, parts.size() - 1)));
    }

    /** The name in a schema: its own, or else a default. */
    public QualifiedName in(Identifier defaultSchema) {
        return parts.size() == 1
                ? new QualifiedName(defaultSchema, last())
                : new QualifiedName(parts.get(parts.size() - 2), last());
    }

    /** All parts in double quotes. */
    public String quoted() {
        return parts.stream().map(Identifier::quoted).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return parts.stream().map(Identifier::display).collect(Collectors.joining("."));
    }
}
