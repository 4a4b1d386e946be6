package io.schemactl.lint.rules;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds checks whose outcome depends on more than the row. */
final class VolatileCheck implements StatementRule {

    @Override
    public String summary() {
        return "Finds checks whose outcome depends on more than the row.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(CheckConstraint.class)
                .filter(check -> !check.standing().inherited())
                .flatMap(check -> Volatility.find(
                                check.expression(), facts.statement().after())
                        .stream()
                        .map(function -> facts.hit(
                                        "check %s of %s".formatted(check.name(), facts.shown(check.relation())),
                                        "check %s asks %s, which may say otherwise later: a row that was good breaks it"
                                                .formatted(check.name(), function))
                                .fix("check that in a trigger, or compare with another column of the row")));
    }
}
