package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/** What fails in a change set, or in its rollback, only because it runs in a transaction. */
final class Refusals {

    private Refusals() {}

    static Stream<Problem> of(LintContext context) {
        Stream<Problem> back =
                Optional.ofNullable(context.rollback())
                        .flatMap(rollback -> Optional.ofNullable(rollback.failure()))
                        .stream();
        return Stream.concat(Optional.ofNullable(context.failure()).stream(), back)
                .filter(problem -> context.changeSet().inTransaction() && LintContext.isAboutTransactions(problem));
    }

    /** Whether it is about a label of an enum type that is not committed yet. */
    static boolean isOfEnum(Problem problem) {
        return problem.server() != null && problem.server().sqlState().equals("55P04");
    }

    /** The server's words. */
    static String words(Problem problem) {
        return problem.server() == null ? problem.message() : problem.server().text();
    }

    /** A hit where a problem stands. */
    static Hit hit(LintContext context, Problem problem, String message) {
        Hit hit = Hit.at(context.changeSet(), message);
        return problem.position() == null ? hit : hit.at(problem.position());
    }
}
