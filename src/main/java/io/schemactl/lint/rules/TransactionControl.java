package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Rule;
import io.schemactl.problem.ProblemCode;
import java.util.ArrayList;
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
        return context.changeSet().inTransaction() ? refused : alone(context);
    }

    /** What does not fit where the change set has the transactions: PostgreSQL only warns. */
    private static Stream<Hit> alone(LintContext context) {
        var hits = new ArrayList<Hit>();
        LintedStatement open = null;
        for (LintedStatement statement : context.statements()) {
            boolean begins = isAny(statement, "BEGIN", "START TRANSACTION");
            if (begins && open != null) {
                hits.add(hit(
                                context,
                                statement,
                                "opens a transaction in another one, which goes on as if nothing was said")
                        .fix("leave it out, or end the transaction before it"));
            } else if (begins) {
                open = statement;
            } else if (isEnd(statement)) {
                if (open == null) {
                    hits.add(hit(context, statement, "ends a transaction that nothing has opened")
                            .fix("leave it out, or write BEGIN where the transaction begins"));
                }
                open = null;
            }
        }
        if (open != null) {
            hits.add(hit(context, open, "opens a transaction that nothing ends")
                    .fix("end it with COMMIT in the same change set"));
        }
        return hits.stream();
    }

    private static Hit hit(LintContext context, LintedStatement statement, String message) {
        return Hit.at(statement, context.changeSet().label(), message);
    }

    private static boolean isEnd(LintedStatement statement) {
        return isAny(statement, "COMMIT", "END", "ROLLBACK", "ABORT")
                && !statement.hasWords("TO")
                && !statement.hasWords("PREPARED")
                && !statement.hasWords("AND CHAIN");
    }

    private static boolean isAny(LintedStatement statement, String... commands) {
        return Stream.of(commands).anyMatch(statement::isCommand);
    }
}
