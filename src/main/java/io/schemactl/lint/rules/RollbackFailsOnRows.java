package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import java.util.stream.Stream;

/** Finds rollback blocks that run on empty tables and fail on tables with rows. */
final class RollbackFailsOnRows implements Convention {

    @Override
    public String summary() {
        return "Finds rollback blocks that run on empty tables and fail on tables with rows.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedRollback rollback = context.rollback();
        Position block = context.changeSet().rollback();
        if (rollback == null || rollback.failureOnRows() == null || block == null) {
            return Stream.empty();
        }
        Problem failure = rollback.failureOnRows();
        return Stream.of(new Hit(
                failure.position() == null ? block : failure.position(),
                context.changeSet().label(),
                "the rollback of %s fails on rows that the tables may hold: %s"
                        .formatted(
                                context.changeSet().label(),
                                failure.server() == null
                                        ? failure.message()
                                        : failure.server().text()),
                "let the rollback block mend the rows first, or say which are in the way"));
    }
}
