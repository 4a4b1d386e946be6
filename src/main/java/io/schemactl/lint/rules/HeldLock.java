package io.schemactl.lint.rules;

import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import io.schemactl.trace.RelationTrace.Existence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement that runs while earlier ones of its transaction hold {@code ACCESS EXCLUSIVE} on tables in use.
 *
 * @param facts the statement
 * @param tables the tables
 */
record HeldLock(StatementFacts facts, List<QualifiedName> tables) {

    HeldLock {
        tables = List.copyOf(tables);
    }

    /** The statements of a change set behind the first such lock; none of one whose statements commit one by one. */
    static List<HeldLock> in(LintContext context) {
        var found = new ArrayList<HeldLock>();
        if (context.changeSet().inTransaction() && !context.isRefusedInTransaction()) {
            Set<QualifiedName> locked = new LinkedHashSet<>();
            for (LintedStatement statement : context.statements()) {
                if (!locked.isEmpty()) {
                    found.add(new HeldLock(new StatementFacts(statement, context), List.copyOf(locked)));
                }
                locked.addAll(lockedBy(statement));
            }
        }
        return found;
    }

    /** The tables in use that nobody can read once a statement has begun. */
    static List<QualifiedName> lockedBy(LintedStatement statement) {
        return statement
                .trace()
                .tables()
                .filter(table -> table.existence() == Existence.OLD)
                .filter(table -> table.kind() == RelationTrace.Kind.TABLE
                        || table.kind() == RelationTrace.Kind.PARTITIONED_TABLE)
                .filter(table -> table.lock().filter(LockMode::blocksReads).isPresent())
                .map(RelationTrace::name)
                .toList();
    }

    /** The table that was locked first, as messages show it. */
    String first() {
        return facts.shown(tables.get(0));
    }
}
