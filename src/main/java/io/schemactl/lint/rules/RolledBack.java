package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.TableChange;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rollback of a change set did to tables that were there before its story. */
final class RolledBack {

    private RolledBack() {}

    /** The statements of the rollback. */
    static Stream<StatementFacts> statements(LintContext context) {
        return Optional.ofNullable(context.rollback()).stream()
                .flatMap(rollback -> rollback.statements().stream())
                .map(statement -> new StatementFacts(statement, context));
    }

    /** The tables that a statement of the rollback changed. */
    static Stream<TableChange> changes(StatementFacts facts) {
        return facts.tableChanges().stream().filter(change -> facts.context().isUsed(change.name()));
    }
}
