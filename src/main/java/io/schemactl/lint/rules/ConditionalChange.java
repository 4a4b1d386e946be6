package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds change sets of which a context or label decides whether the schema changes. */
final class ConditionalChange implements Convention {

    @Override
    public String summary() {
        return "Finds change sets of which a context or label decides whether the schema changes.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        String condition = context.changeSet().standing().condition();
        return condition == null || context.differences().isEmpty()
                ? Stream.empty()
                : Stream.of(Hit.at(
                                context.changeSet(),
                                "%s changes the schema only where %s runs: databases differ from each other"
                                        .formatted(context.changeSet().label(), condition))
                        .fix("keep contexts and labels for data, such as that of tests"));
    }
}
