package io.schemactl.lint;

import io.schemactl.catalog.Catalog;
import io.schemactl.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rollback of a change set did on a shadow.
 *
 * @param statements its statements, in order
 * @param before the schema before it, with what the rollbacks of later change sets have left
 * @param after the schema after it
 * @param failure why it could not be run, or ended half-way, on empty tables too; null if it did not
 * @param failureOnRows why it failed on tables with rows, although it runs on empty ones; null if it did not
 */
public record LintedRollback(
        List<LintedStatement> statements,
        Catalog before,
        Catalog after,
        @Nullable Problem failure,
        @Nullable Problem failureOnRows) {

    /** Copies the statements. */
    public LintedRollback {
        statements = List.copyOf(statements);
    }
}
