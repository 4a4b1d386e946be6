package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.problem.ProblemCode;
import java.util.stream.Stream;

/** Finds statements that PostgreSQL refuses in a transaction, in change sets that run in one. */
final class NeedsNoTransaction implements Rule {

    @Override
    public String summary() {
        return "Finds statements that PostgreSQL refuses in a transaction, in change sets that run in one.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Refusals.of(context)
                .filter(problem -> problem.code() != ProblemCode.CHANGELOG && !Refusals.isOfEnum(problem))
                .map(problem -> Refusals.hit(context, problem, Refusals.words(problem) + ": the change set fails")
                        .fix("give the statement a change set of its own with `runInTransaction: false`"));
    }
}
