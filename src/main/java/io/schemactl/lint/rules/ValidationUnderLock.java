package io.schemactl.lint.rules;

import io.schemactl.catalog.Constraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds constraints that are validated while nobody can write the table. */
final class ValidationUnderLock implements StatementRule {

    @Override
    public String summary() {
        return "Finds constraints that are validated while nobody can write the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.changed(Constraint.class)
                .filter(pair -> !pair.from().standing().validated()
                        && pair.to().standing().validated())
                .map(StatementFacts.Pair::to)
                .filter(constraint -> facts.isUsed(constraint) && facts.isBlocked(constraint.relation()))
                .limit(1)
                .map(constraint -> facts.hit(
                                "%s %s of %s"
                                        .formatted(
                                                constraint.word(),
                                                constraint.name(),
                                                facts.shown(constraint.relation())),
                                "validates %s under a lock that was taken before: %s"
                                        .formatted(constraint.name(), facts.locked(constraint.relation())))
                        .fix("validate it in a change set of its own, behind the one that takes the lock"));
    }
}
