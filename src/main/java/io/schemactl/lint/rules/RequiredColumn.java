package io.schemactl.lint.rules;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Domain;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds new columns that must not be NULL and have no default. */
final class RequiredColumn implements StatementRule {

    @Override
    public String summary() {
        return "Finds new columns that must not be NULL and have no default.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .flatMap(
                        change -> change.added().stream()
                                .filter(column -> isRequired(facts, column))
                                .map(
                                        column -> facts.hit(
                                                        facts.column(change.name(), column.name()),
                                                        "adds column %s to %s as NOT NULL without a default: it fails if the table has rows, and then every INSERT that does not name it"
                                                                .formatted(column.name(), facts.shown(change.name())))
                                                .fix(
                                                        "add it with a constant default, or without NOT NULL; fill it; then require it in a later change set")));
    }

    private static boolean isRequired(StatementFacts facts, Column column) {
        return column.notNull()
                && column.defaultExpression() == null
                && column.identity() == null
                && column.generated() == null
                && facts.statement().after().all(Domain.class).noneMatch(domain -> isDefault(domain, column));
    }

    private static boolean isDefault(Domain domain, Column column) {
        return domain.defaultExpression() != null && domain.name().display().equals(column.type());
    }
}
