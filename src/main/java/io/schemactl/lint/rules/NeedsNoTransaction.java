package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Rule;
import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.ServerWide;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** What makes or drops databases, or sets the server up, is not sent to a shadow, so nobody has refused it. */
    private static Stream<Hit> withheld(LintContext context) {
        return context.statements().stream()
                .filter(statement -> context.changeSet().inTransaction())
                .filter(statement -> ServerWide.isOfServer(statement.sql()))
                .map(statement -> Hit.at(
                                statement,
                                context.changeSet().label(),
                                "%s cannot run inside a transaction block: the change set fails"
                                        .formatted(command(statement)))
                        .fix(REMEDY));
    }

    private static String command(LintedStatement statement) {
        return statement.tokens().stream()
                .limit(2)
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static Stream<Hit> refused(LintContext context) {
        return Refusals.of(context)
                .filter(problem -> problem.code() != ProblemCode.CHANGELOG && !Refusals.isOfEnum(problem))
                .map(problem -> Refusals.hit(context, problem, Refusals.words(problem) + ": the change set fails")
                        .fix(REMEDY));
    }
}
