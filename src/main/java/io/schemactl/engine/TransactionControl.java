package io.schemactl.engine;

import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.TransactionStatements;
import java.util.List;
import java.util.Optional;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that open or end transactions.
 *
 * <p>In a change set that runs in a transaction they would commit half of it without its history row, so they are refused
 * before anything runs.
 */
final class TransactionControl {

    private TransactionControl() {}

    /** Whether a change's steps are worth making early, to look into them. */
    static boolean isSuspect(Change change) {
        return change instanceof AbstractSQLChange sql && TransactionStatements.isSuspect(String.valueOf(sql.getSql()));
    }

    /** Refuses a step that opens or ends a transaction. */
    static void check(Step step, ChangeSetEntry entry) {
        if (step instanceof Step.Sql sql) {
            Optional<String> found = TransactionStatements.find(sql.sql());
            if (found.isPresent()) {
                throw new ProblemException(problem(sql.sql(), found.get(), sql.position(), entry));
            }
        }
    }

    /** Refuses what would release the lock that keeps a second schemactl away. */
    static void checkLock(Step step, ChangeSetEntry entry) {
        if (step instanceof Step.Sql sql) {
            List<Token> code = SqlLexer.code(sql.sql());
            boolean discards = is(code, 0, "DISCARD") && is(code, 1, "ALL");
            if (discards || code.stream().anyMatch(token -> token.is("pg_advisory_unlock_all"))) {
                throw new ProblemException(Problem.of(
                                ProblemCode.CHANGELOG,
                                (discards ? "DISCARD ALL" : "pg_advisory_unlock_all()")
                                        + " would release the lock that schemactl holds")
                        .at(sql.position())
                        .about(entry.label())
                        .in(new Excerpt(sql.sql(), 0))
                        .state("the statements before it remain, and the next run goes on there")
                        .fix(
                                discards
                                        ? "say RESET ALL, or DISCARD TEMP"
                                        : "release the locks that the change set took one by one"));
            }
        }
    }

    private static Problem problem(String sql, String statement, @Nullable Position position, ChangeSetEntry entry) {
        int offset = sql.indexOf(statement);
        return Problem.of(
                        ProblemCode.CHANGELOG,
                        "%s in a change set that runs in a transaction: its history row could not commit with it"
                                .formatted(firstWord(statement)))
                .at(position)
                .about(entry.label())
                .in(new Excerpt(sql, offset < 0 ? null : offset))
                .state("nothing was changed")
                .fix("leave the transaction to schemactl, or give the change set `runInTransaction: false`");
    }

    private static String firstWord(String statement) {
        return SqlLexer.code(statement).get(0).text().toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
