package io.schemactl.lint.rules;

import io.schemactl.catalog.KeyConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds columns of tables in use that become NOT NULL by a look at all rows. */
final class SetNotNull implements StatementRule {

    @Override
    public String summary() {
        return "Finds columns of tables in use that become NOT NULL by a look at all rows.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change -> facts.isScanned(change.name()) && !facts.isRewritten(change.name()))
                .filter(change -> facts.added(KeyConstraint.class)
                        .noneMatch(key -> key.relation().equals(change.name())))
                .flatMap(change -> change.altered().stream()
                        .filter(column ->
                                !column.from().notNull() && column.to().notNull())
                        .limit(1)
                        .map(column -> facts.hit(
                                        facts.column(change.name(), column.to().name()),
                                        "reads all rows of %s to see that %s is never NULL: %s"
                                                .formatted(
                                                        facts.shown(change.name()),
                                                        column.to().name(),
                                                        facts.locked(change.name())))
                                .fix(
                                        "add CHECK (%s IS NOT NULL) NOT VALID, validate it in a later change set, then SET NOT NULL reads nothing"
                                                .formatted(column.to().name()))));
    }
}
