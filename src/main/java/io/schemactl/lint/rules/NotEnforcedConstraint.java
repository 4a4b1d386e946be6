package io.schemactl.lint.rules;

import io.schemactl.catalog.Constraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds constraints that PostgreSQL is told not to enforce. */
final class NotEnforcedConstraint implements StatementRule {

    @Override
    public String summary() {
        return "Finds constraints that PostgreSQL is told not to enforce.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(
                        facts.added(Constraint.class),
                        facts.changed(Constraint.class)
                                .filter(pair -> pair.from().standing().enforced())
                                .map(StatementFacts.Pair::to))
                .filter(constraint -> !constraint.standing().enforced()
                        && !constraint.standing().inherited())
                .map(constraint -> facts.hit(
                                "%s %s of %s"
                                        .formatted(
                                                constraint.word(),
                                                constraint.name(),
                                                facts.shown(constraint.relation())),
                                "%s %s is not enforced: rows may break it"
                                        .formatted(constraint.word(), constraint.name()))
                        .fix("enforce it; add it as NOT VALID if only the old rows are in the way"));
    }
}
