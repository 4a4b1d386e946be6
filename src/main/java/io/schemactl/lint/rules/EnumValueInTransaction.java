package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import java.util.stream.Stream;

/** Finds new labels of enum types that are used in the transaction that adds them. */
final class EnumValueInTransaction implements Rule {

    @Override
    public String summary() {
        return "Finds new labels of enum types that are used in the transaction that adds them.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Refusals.of(context)
                .filter(Refusals::isOfEnum)
                .map(problem -> Refusals.hit(context, problem, Refusals.words(problem) + ": the change set fails")
                        .fix("add the label in a change set of its own, in front of this one"));
    }
}
