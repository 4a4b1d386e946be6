package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import java.util.stream.Stream;

/** Finds IF EXISTS and IF NOT EXISTS, which hide that a database is not what it should be. */
final class IfNotExists implements Convention {

    @Override
    public String summary() {
        return "Finds IF EXISTS and IF NOT EXISTS, which hide that a database is not what it should be.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .filter(statement ->
                        statement.isCommand("CREATE") || statement.isCommand("ALTER") || statement.isCommand("DROP"))
                .filter(statement -> !statement.isCommand("CREATE EXTENSION") && !statement.isCommand("CREATE SCHEMA"))
                .filter(statement -> statement.hasWords("IF EXISTS") || statement.hasWords("IF NOT EXISTS"))
                .map(statement -> Hit.at(statement, context.changeSet().label(), said(statement))
                        .fix(
                                statement.hasWords("INDEX CONCURRENTLY")
                                        ? "leave it out: schemactl drops an invalid index itself and builds it again"
                                        : "leave it out: the history says whether the change set ran"));
    }

    private static String said(LintedStatement statement) {
        if (statement.hasWords("INDEX CONCURRENTLY IF NOT EXISTS")) {
            return "IF NOT EXISTS takes the invalid index of a failed attempt for the real one";
        }
        return statement.hasWords("IF NOT EXISTS")
                ? "IF NOT EXISTS takes whatever has the name for what is meant"
                : "IF EXISTS says nothing if there is nothing, and the database was another one than expected";
    }
}
