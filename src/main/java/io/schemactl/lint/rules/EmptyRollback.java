package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.lint.LintedStatement;
import io.schemactl.problem.Position;
import io.schemactl.trace.RelationTrace;
import java.util.List;
import java.util.stream.Stream;

/** Finds rollback blocks that do nothing, of change sets that do something. */
final class EmptyRollback implements Convention {

    @Override
    public String summary() {
        return "Finds rollback blocks that do nothing, of change sets that do something.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedRollback rollback = context.rollback();
        Position block = context.changeSet().rollback();
        if (rollback == null || block == null || rollback.failure() != null) {
            return Stream.empty();
        }
        return isIdle(rollback.statements()) && !isIdle(context.statements())
                ? Stream.of(new Hit(
                        block,
                        context.changeSet().label(),
                        "the rollback block of %s does nothing: a rollback forgets the change set and leaves what it did"
                                .formatted(context.changeSet().label()),
                        "take back all that the changes do; if that is impossible, fail with a message that says so"))
                : Stream.empty();
    }

    /** Whether statements change neither the schema nor rows. */
    static boolean isIdle(List<LintedStatement> statements) {
        return statements.stream()
                .allMatch(statement -> statement.differences().isEmpty()
                        && statement.trace().relations().stream().noneMatch(EmptyRollback::isWritten));
    }

    private static boolean isWritten(RelationTrace relation) {
        RelationTrace.Work work = relation.work();
        return work.inserted() + work.updated() + work.deleted() > 0;
    }
}
