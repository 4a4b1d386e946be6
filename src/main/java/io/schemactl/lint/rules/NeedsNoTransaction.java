package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.ServerWide;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds statements that PostgreSQL refuses in a transaction, in change sets that run in one. */
final class NeedsNoTransaction implements Rule {

    private static final String REMEDY = "give the statement a change set of its own with `runInTransaction: false`";

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
        return Stream.concat(refused(context), withheld(context));
    }

    /** What makes or drops databases is not sent to a shadow, so nobody has refused it. */
    private static Stream<Hit> withheld(LintContext context) {
        return context.statements().stream()
                .filter(statement -> context.changeSet().inTransaction())
                .filter(statement -> ServerWide.isOfDatabases(statement.sql()))
                .map(statement -> Hit.at(
                                statement,
                                context.changeSet().label(),
                                "%s DATABASE cannot run inside a transaction block: the change set fails"
                                        .formatted(
                                                statement.tokens().get(0).text().toUpperCase(Locale.ROOT)))
                        .fix(REMEDY));
    }

    private static Stream<Hit> refused(LintContext context) {
        return Refusals.of(context)
                .filter(problem -> problem.code() != ProblemCode.CHANGELOG && !Refusals.isOfEnum(problem))
                .map(problem -> Refusals.hit(context, problem, Refusals.words(problem) + ": the change set fails")
                        .fix(REMEDY));
    }
}
