package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds SQL for which there is a change type. */
final class SqlForTypedChange implements Convention {

    private static final Map<String, String> TYPES = Map.of(
            "CREATE TABLE", "createTable",
            "DROP TABLE", "dropTable",
            "CREATE SEQUENCE", "createSequence",
            "DROP SEQUENCE", "dropSequence",
            "CREATE VIEW", "createView",
            "DROP VIEW", "dropView");

    @Override
    public String summary() {
        return "Finds SQL for which there is a change type.";
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
        return context.changeSet().changes().stream()
                .filter(change -> change.type().equals("sql") && change.sql() != null)
                .flatMap(change -> type(String.valueOf(change.sql())).stream()
                        .map(type -> new Hit(
                                change.position(),
                                context.changeSet().label(),
                                "a `sql` change does what `%s` does".formatted(type),
                                "use `%s`".formatted(type))));
    }

    private static Optional<String> type(String sql) {
        List<Token> tokens = SqlLexer.code(sql);
        return tokens.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(TYPES.get("%s %s"
                        .formatted(tokens.get(0).text(), tokens.get(1).text())
                        .toUpperCase(Locale.ROOT)));
    }
}
