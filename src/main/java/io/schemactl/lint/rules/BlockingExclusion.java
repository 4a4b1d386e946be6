package io.schemactl.lint.rules;

import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds exclusion constraints that build their index while nobody can use the table. */
final class BlockingExclusion implements StatementRule {

    @Override
    public String summary() {
        return "Finds exclusion constraints that build their index while nobody can use the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(ExclusionConstraint.class)
                .filter(facts::isUsed)
                .map(
                        constraint -> facts.hit(
                                        "exclusion constraint %s of %s"
                                                .formatted(constraint.name(), facts.shown(constraint.relation())),
                                        "builds the index of exclusion constraint %s: %s"
                                                .formatted(constraint.name(), facts.locked(constraint.relation())))
                                .fix(
                                        "make a new table with the constraint, copy the rows in batches, and swap the names at a quiet time"));
    }
}
