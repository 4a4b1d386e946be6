package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedBase;
import java.util.stream.Stream;

/** Finds new change sets that stand before one that the base branch has already. */
final class LateStory implements Convention {

    @Override
    public String summary() {
        return "Finds new change sets that stand before one that the base branch has already.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedBase base = context.changeSet().standing().base();
        return base == null || base.runsBefore() == null
                ? Stream.empty()
                : Stream.of(Hit.at(
                                context.changeSet(),
                                "%s stands before %s, which %s has already: databases that are upgraded run it behind, new ones before"
                                        .formatted(context.changeSet().label(), base.runsBefore(), base.reference()))
                        .fix("move it to the end of the changelog"));
    }
}
