package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import java.util.stream.Stream;

/** Finds rollback blocks that fail. */
final class FailingRollback implements Convention {

    @Override
    public String summary() {
        return "Finds rollback blocks that fail.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedRollback rollback = context.rollback();
        Position block = context.changeSet().rollback();
        if (rollback == null || rollback.failure() == null || block == null) {
            return Stream.empty();
        }
        Problem failure = rollback.failure();
        return Stream.of(new Hit(
                failure.position() == null ? block : failure.position(),
                context.changeSet().label(),
                "the rollback of %s fails: %s".formatted(context.changeSet().label(), said(failure)),
                "mend the rollback block; `schemactl prove` tries it"));
    }

    private static String said(Problem failure) {
        return failure.server() == null
                ? failure.message()
                : "%s (%s)".formatted(failure.message(), failure.server().text());
    }
}
