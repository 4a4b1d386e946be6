package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.SqlLexer.Token;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Finds names that PostgreSQL cuts off behind 63 bytes. */
final class TruncatedName implements Convention {

    private static final int LONGEST = 63;

    @Override
    public String summary() {
        return "Finds names that PostgreSQL cuts off behind 63 bytes.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .flatMap(statement -> statement.tokens().stream()
                        .filter(Token::isName)
                        .map(Token::name)
                        .filter(name -> bytes(name) > LONGEST)
                        .map(name -> Hit.at(
                                        statement,
                                        "name " + name,
                                        "the name %s has %d bytes: PostgreSQL keeps the first 63, and takes two names that begin so for one"
                                                .formatted(name, bytes(name)))
                                .fix("shorten it")));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
