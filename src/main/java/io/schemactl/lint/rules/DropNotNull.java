package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds columns of tables in use that may be NULL from now on. */
final class DropNotNull implements StatementRule {

    @Override
    public String summary() {
        return "Finds columns of tables in use that may be NULL from now on.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .flatMap(change -> change.altered().stream()
                        .filter(column ->
                                column.from().notNull() && !column.to().notNull())
                        .map(column -> facts.hit(
                                        facts.column(change.name(), column.to().name()),
                                        "lets %s.%s be NULL, which applications that run now do not expect"
                                                .formatted(
                                                        facts.shown(change.name()),
                                                        column.to().name()))
                                .fix("release an application that can read NULL there before one that writes it")));
    }
}
