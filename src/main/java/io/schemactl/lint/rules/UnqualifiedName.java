package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds statements that name a table without its schema. */
final class UnqualifiedName implements Convention {

    private static final Set<String> VERBS = Set.of("CREATE", "ALTER", "DROP");
    private static final Set<String> BETWEEN = Set.of("IF", "NOT", "EXISTS", "ONLY");

    @Override
    public String summary() {
        return "Finds statements that name a table without its schema.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .flatMap(statement -> table(statement.tokens()).stream()
                        .map(name -> Hit.at(
                                        statement,
                                        "table " + name,
                                        "names table %s without its schema: which table that is depends on search_path"
                                                .formatted(name))
                                .fix("write the schema before it: %s.%s"
                                        .formatted(context.server().defaultSchema(), name))));
    }

    /** The table that a command is about, if it is named without a schema. */
    private static Optional<String> table(List<Token> tokens) {
        if (tokens.isEmpty() || VERBS.stream().noneMatch(tokens.get(0)::is)) {
            return Optional.empty();
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("TABLE") || (tokens.get(i).is("ON") && isIndex(tokens))) {
                return unqualified(tokens, i + 1);
            }
            if (!tokens.get(i).isName()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isIndex(List<Token> tokens) {
        return tokens.get(1).is("INDEX")
                || (tokens.get(1).is("UNIQUE") && tokens.get(2).is("INDEX"));
    }

    private static Optional<String> unqualified(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && BETWEEN.stream().anyMatch(tokens.get(at)::is)) {
            at++;
        }
        boolean isQualified = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('.');
        return at >= tokens.size() || isQualified || !tokens.get(at).isName()
                ? Optional.empty()
                : Optional.of(tokens.get(at).text());
    }
}
