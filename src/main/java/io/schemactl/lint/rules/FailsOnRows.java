package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.problem.Problem;
import java.util.stream.Stream;

/** Finds change sets that run on empty tables and fail on tables with rows. */
final class FailsOnRows implements Rule {

    @Override
    public String summary() {
        return "Finds change sets that run on empty tables and fail on tables with rows.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Problem failure = context.failure();
        if (failure == null
                || context.isRefusedInTransaction()
                || new RequiredColumn().check(context).findAny().isPresent()) {
            return Stream.empty();
        }
        String words =
                failure.server() == null ? failure.message() : failure.server().text();
        Hit hit = Hit.at(context.changeSet(), "fails on rows that the tables may hold: " + words)
                .fix(
                        "see on a copy of production that no row is in the way, or mend the rows in an earlier change set");
        return Stream.of(failure.position() == null ? hit : hit.at(failure.position()));
    }
}
