package io.schemactl.lint.rules;

import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import java.util.List;
import java.util.Optional;

/** Statements that change rows which are there already. */
final class Backfill {

    private static final List<String> COMMANDS = List.of("UPDATE", "DELETE", "MERGE", "WITH");

    private Backfill() {}

    /** Whether a statement is of a kind that may change rows. */
    static boolean isCommand(LintedStatement statement) {
        return COMMANDS.stream().anyMatch(statement::isCommand);
    }

    /** The table in use whose rows a statement changes. */
    static Optional<QualifiedName> target(StatementFacts facts) {
        if (!isCommand(facts.statement()) || facts.context().changeSet().batched()) {
            return Optional.empty();
        }
        return facts.statement()
                .trace()
                .tables()
                .filter(table -> table.lock()
                        .filter(mode -> mode.isAtLeast(LockMode.ROW_EXCLUSIVE))
                        .isPresent())
                .filter(table -> table.work().isAny() || facts.isScanned(table.name()) || names(facts, table.name()))
                .map(RelationTrace::name)
                .findFirst();
    }

    private static boolean names(StatementFacts facts, QualifiedName table) {
        return facts.statement().tokens().stream()
                .limit(5)
                .anyMatch(token ->
                        token.isName() && token.name().equals(table.name().name()));
    }

    /** The table in use all of whose rows a statement reads to change them. */
    static Optional<QualifiedName> whole(StatementFacts facts) {
        return target(facts).filter(table -> facts.isScanned(table) || isUnread(facts, table));
    }

    /** Whether a join found nothing and so did not read the table, as where tables are empty. */
    private static boolean isUnread(StatementFacts facts, QualifiedName table) {
        boolean isWorked = facts.statement()
                .trace()
                .find(table)
                .filter(each -> each.work().isAny())
                .isPresent();
        return !isWorked && joins(facts.statement());
    }

    private static boolean joins(LintedStatement statement) {
        String word = statement.isCommand("DELETE") ? "USING" : "FROM";
        int depth = 0;
        for (Token token : statement.tokens()) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return true;
            }
        }
        return false;
    }
}
