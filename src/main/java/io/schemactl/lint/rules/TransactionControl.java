package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Rule;
import io.schemactl.problem.ProblemCode;
import java.util.List;
import java.util.stream.Stream;

/** Finds BEGIN, COMMIT and ROLLBACK where schemactl has the transaction, and BEGIN without an end where it has not. */
final class TransactionControl implements Rule {

    @Override
    public String summary() {
        return "Finds BEGIN, COMMIT and ROLLBACK where schemactl has the transaction, and BEGIN without an end where it has not.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Stream<Hit> refused = Refusals.of(context)
                .filter(problem -> problem.code() == ProblemCode.CHANGELOG)
                .map(problem -> Refusals.hit(context, problem, problem.message())
                        .fix("leave them out, or give the change set `runInTransaction: false`"));
        List<LintedStatement> ends = context.statements().stream()
                .filter(statement ->
                        isAny(statement, "BEGIN", "START TRANSACTION", "COMMIT", "END", "ROLLBACK", "ABORT"))
                .toList();
        boolean isOpen = !context.changeSet().inTransaction()
                && !ends.isEmpty()
                && isAny(ends.get(ends.size() - 1), "BEGIN", "START TRANSACTION");
        return isOpen
                ? Stream.of(Hit.at(
                                ends.get(ends.size() - 1),
                                context.changeSet().label(),
                                "opens a transaction that nothing ends")
                        .fix("end it with COMMIT in the same change set"))
                : refused;
    }

    private static boolean isAny(LintedStatement statement, String... commands) {
        return Stream.of(commands).anyMatch(statement::isCommand) && !statement.hasWords("TO SAVEPOINT");
    }
}
