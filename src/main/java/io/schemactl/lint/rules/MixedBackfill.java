package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds change sets that change the rows of tables in use and lock one of them. */
final class MixedBackfill implements Rule {

    @Override
    public String summary() {
        return "Finds change sets that change the rows of tables in use and lock one of them.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        if (!context.changeSet().inTransaction() || context.isRefusedInTransaction()) {
            return Stream.empty();
        }
        List<QualifiedName> locked = context.statements().stream()
                .filter(statement -> !Backfill.isCommand(statement))
                .flatMap(statement -> HeldLock.lockedBy(statement).stream())
                .toList();
        if (locked.isEmpty()) {
            return Stream.empty();
        }
        return context.statements().stream()
                .map(statement -> new StatementFacts(statement, context))
                .flatMap(
                        facts -> Backfill.whole(facts).stream()
                                .map(
                                        table -> facts.hit(
                                                        table,
                                                        "changes rows of %s in the transaction that locks %s in ACCESS EXCLUSIVE mode: nobody can read or write it until the last row is changed"
                                                                .formatted(
                                                                        context.shown(table),
                                                                        context.shown(locked.get(0))))
                                                .fix(
                                                        "two change sets: one changes the schema, the next changes the rows, in batches (`schemactl:batch`)")))
                .limit(1);
    }
}
