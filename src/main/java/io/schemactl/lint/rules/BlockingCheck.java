package io.schemactl.lint.rules;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds checks of tables in use whose rows are read while nobody can use the table. */
final class BlockingCheck implements StatementRule {

    @Override
    public String summary() {
        return "Finds checks of tables in use whose rows are read while nobody can use the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(CheckConstraint.class)
                .filter(check -> facts.isUsed(check)
                        && check.standing().validated()
                        && check.standing().enforced())
                .filter(check -> facts.isScanned(check.relation()) && !facts.isRewritten(check.relation()))
                .limit(1)
                .map(check -> facts.hit(
                                "check %s of %s".formatted(check.name(), facts.shown(check.relation())),
                                "adds check %s and reads all rows: %s"
                                        .formatted(check.name(), facts.locked(check.relation())))
                        .fix("add it as NOT VALID, and validate it in a later change set"));
    }
}
