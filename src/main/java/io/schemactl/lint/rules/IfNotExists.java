package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedChange;
import io.schemactl.lint.LintedChangeSet;
import io.schemactl.lint.LintedStatement;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds IF EXISTS and IF NOT EXISTS, which hide that a database is not what it should be. */
final class IfNotExists implements Convention {

    private static final Pattern COMMAND =
            Pattern.compile("^(CREATE|ALTER|DROP)\\b.*?\\bIF( NOT)? EXISTS\\b", Pattern.CASE_INSENSITIVE);

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
                .filter(statement -> !statement.isCommand("CREATE EXTENSION") && !statement.isCommand("CREATE SCHEMA"))
                .filter(statement -> isWritten(context.changeSet(), statement))
                .map(statement -> Hit.at(statement, context.changeSet().label(), said(statement))
                        .fix(
                                statement.hasWords("INDEX CONCURRENTLY")
                                        ? "leave it out: schemactl drops an invalid index itself and builds it again"
                                        : "leave it out: the history says whether the change set ran"));
    }

    /** Whether the words stand in the changelog's own SQL: Liquibase writes them of its own into what it generates, too. */
    private static boolean isWritten(LintedChangeSet changeSet, LintedStatement statement) {
        Matcher command = COMMAND.matcher(flat(statement.sql()));
        return command.find()
                && changeSet.changes().stream()
                        .map(LintedChange::sql)
                        .filter(Objects::nonNull)
                        .anyMatch(sql -> flat(sql).contains(command.group().toUpperCase(Locale.ROOT)));
    }

    private static String flat(String sql) {
        return SqlLexer.code(sql).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
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
