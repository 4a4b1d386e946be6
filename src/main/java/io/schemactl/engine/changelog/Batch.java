package io.schemactl.engine.changelog;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.WrittenName;
import java.time.Duration;
import java.util.List;

/**
 * How the one statement of a change set is executed in ranges of a key, as {@code schemactl:batch} says.
 *
 * @param table the table whose rows are counted off
 * @param key its column that makes the ranges, as the statement names it: perhaps with an alias
 * @param size how many rows a range has
 * @param pause how long nothing is done between two ranges
 * @param analyze whether the table is analyzed at the end
 */
public record Batch(WrittenName table, WrittenName key, int size, Duration pause, boolean analyze) {

    /** The key of the change set that holds it. */
    public static final String ATTRIBUTE = "schemactl:batch";

    /** What stands in the statement where the range belongs: true for anybody else. */
    public static final String MARKER = "true /* batch */";

    /** Whether a statement has the place where the range belongs. */
    public static boolean isMarked(String sql) {
        List<Token> tokens = SqlLexer.tokens(sql);
        for (int i = 1; i < tokens.size(); i++) {
            if (isMarker(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** A statement that is restricted to a range wherever it is marked. */
    public static String inRange(String sql, String condition) {
        var text = new StringBuilder();
        int copied = 0;
        List<Token> tokens = SqlLexer.tokens(sql);
        for (int i = 1; i < tokens.size(); i++) {
            if (isMarker(tokens, i)) {
                text.append(sql, copied, tokens.get(i - 1).start()).append(condition);
                copied = tokens.get(i).end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private static boolean isMarker(List<Token> tokens, int at) {
        Token comment = tokens.get(at);
        return comment.kind() == Kind.COMMENT
                && comment.text().matches("/\\*\\s*batch\\s*\\*/")
                && tokens.get(at - 1).is("true");
    }
}
