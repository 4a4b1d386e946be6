package io.schemactl.engine;

import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements that open or end transactions.
 *
 * <p>In a change set that runs in a transaction they would commit half of it without its history row, so they are refused
 * before anything runs.
 */
final class TransactionControl {

    private static final Pattern SUSPECT =
            Pattern.compile("\\b(?:begin|start|commit|end|rollback|abort|prepare)\\b", Pattern.CASE_INSENSITIVE);

    private TransactionControl() {}

    /** Whether a statement opens a transaction block. */
    static boolean opens(String statement) {
        List<Token> code = SqlLexer.code(statement);
        return is(code, 0, "BEGIN") || (is(code, 0, "START") && is(code, 1, "TRANSACTION"));
    }

    /** Whether a statement ends a transaction block and keeps its changes. */
    static boolean commits(String statement) {
        List<Token> code = SqlLexer.code(statement);
        return is(code, 0, "COMMIT") || is(code, 0, "END") || (is(code, 0, "PREPARE") && is(code, 1, "TRANSACTION"));
    }

    /** Whether a statement ends a transaction block and takes its changes back. */
    static boolean rollsBack(String statement) {
        List<Token> code = SqlLexer.code(statement);
        boolean ends = is(code, 0, "ROLLBACK") || is(code, 0, "ABORT");
        return ends && code.stream().noneMatch(token -> token.is("TO"));
    }

    /** The first statement of a text that opens or ends a transaction. */
    static Optional<String> find(String sql) {
        if (!SUSPECT.matcher(sql).find()) {
            return Optional.empty();
        }
        return SqlText.statements(sql).stream()
                .filter(statement -> opens(statement) || commits(statement) || rollsBack(statement))
                .findFirst();
    }

    /** Whether a change's steps are worth making early, to look into them. */
    static boolean isSuspect(Change change) {
        return change instanceof AbstractSQLChange sql
                && SUSPECT.matcher(String.valueOf(sql.getSql())).find();
    }

    /** Refuses a step that opens or ends a transaction. */
    static void check(Step step, ChangeSetEntry entry) {
        if (step instanceof Step.Sql sql) {
            Optional<String> found = find(sql.sql());
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
