package io.schemactl.engine;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.regex.Pattern;

/** Tells which statements change the session, such as {@code SET search_path}, and so the meaning of those behind them. */
final class SessionState {

    private static final Pattern SUSPECT =
            Pattern.compile("\\b(?:re)?set\\b|\\bset_config\\b", Pattern.CASE_INSENSITIVE);

    private SessionState() {}

    /** Whether a text may leave other settings or another role behind; it looks into function bodies, and may be wrong. */
    static boolean mayChange(String sql) {
        return SUSPECT.matcher(sql).find();
    }

    /** Whether a statement is SET or RESET, which a run that goes on where another one stopped must repeat. */
    static boolean isSetting(String statement) {
        List<Token> tokens = SqlLexer.code(statement);
        return !tokens.isEmpty() && (tokens.get(0).is("SET") || tokens.get(0).is("RESET"));
    }
}
