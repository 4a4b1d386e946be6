package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds statements that open or end transactions. */
public final class TransactionStatements {

    private static final Pattern SUSPECT =
            Pattern.compile("\\b(?:begin|start|commit|end|rollback|abort|prepare)\\b", Pattern.CASE_INSENSITIVE);

    private TransactionStatements() {}

    /** Whether a text may open or end a transaction; a quick look that errs on the safe side. */
    public static boolean isSuspect(String sql) {
        return SUSPECT.matcher(sql).find();
    }

    /** Whether a statement opens a transaction block. */
    public static boolean opens(String statement) {
        List<Token> code = SqlLexer.code(statement);
        return is(code, 0, "BEGIN") || (is(code, 0, "START") && is(code, 1, "TRANSACTION"));
    }

    /** Whether a statement ends a transaction block and keeps its changes. */
    public static boolean commits(String statement) {
        List<Token> code = SqlLexer.code(statement);
        return is(code, 0, "COMMIT") || is(code, 0, "END") || (is(code, 0, "PREPARE") && is(code, 1, "TRANSACTION"));
    }

    /** Whether a statement ends a transaction block and takes its changes back. */
    public static boolean rollsBack(String statement) {
        List<Token> code = SqlLexer.code(statement);
        boolean ends = is(code, 0, "ROLLBACK") || is(code, 0, "ABORT");
        return ends && code.stream().noneMatch(token -> token.is("TO"));
    }

    /** The first statement of a text that opens or ends a transaction. */
    public static Optional<String> find(String sql) {
        if (!isSuspect(sql)) {
            return Optional.empty();
        }
        return SqlText.statements(sql).stream()
                .filter(statement -> opens(statement) || commits(statement) || rollsBack(statement))
                .findFirst();
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
