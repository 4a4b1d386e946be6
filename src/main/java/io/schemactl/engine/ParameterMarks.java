package io.schemactl.engine;

import io.schemactl.sql.SqlLexer;
import java.util.Map;

/** Puts constants in the place of a statement's question marks. */
final class ParameterMarks {

    private ParameterMarks() {}

    /** The statement with the n-th question mark outside quotes replaced by the n-th constant, counted from 1. */
    static String replace(String sql, Map<Integer, String> constants) {
        var text = new StringBuilder();
        int copied = 0;
        int mark = 0;
        for (SqlLexer.Token token : SqlLexer.tokens(sql)) {
            if (token.isSymbol('?')) {
                text.append(sql, copied, token.start()).append(constants.getOrDefault(++mark, "NULL"));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }
}
