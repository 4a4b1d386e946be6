package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/** Operations on whole SQL texts. */
public final class SqlText {

    private SqlText() {}

    /**
     * The statements of a text, without the semicolons between them.
     *
     * <p>A semicolon inside parentheses, quotes, or the {@code BEGIN ATOMIC … END} body of a function ends nothing.
     */
    public static List<String> statements(String sql) {
        var statements = new ArrayList<String>();
        var depth = new SqlDepth();
        int start = 0;
        for (Token token : SqlLexer.code(sql)) {
            depth.see(token);
            if (token.isSymbol(';') && depth.isOutside()) {
                add(sql.substring(start, token.start()), statements);
                start = token.end();
            }
        }
        add(sql.substring(start), statements);
        return List.copyOf(statements);
    }

    /** The text ended with a semicolon that is not part of a trailing comment. */
    public static String terminated(String sql) {
        String text = sql.stripTrailing();
        List<Token> tokens = SqlLexer.tokens(text);
        if (tokens.isEmpty()) {
            return text;
        }
        Token last = tokens.get(tokens.size() - 1);
        if (last.kind() == Kind.COMMENT && last.text().startsWith("--")) {
            return endsWithSemicolon(tokens) ? text : text + "\n;";
        }
        return endsWithSemicolon(tokens) ? text : text + ";";
    }

    /** The text with a blank behind each colon that psql would take for the start of a variable's name. */
    public static String safeForPsql(String sql) {
        if (sql.indexOf(':') < 0) {
            return sql;
        }
        var safe = new StringBuilder();
        int copied = 0;
        List<Token> tokens = SqlLexer.tokens(sql);
        for (int i = 1; i < tokens.size(); i++) {
            Token colon = tokens.get(i - 1);
            Token name = tokens.get(i);
            boolean isVariable =
                    colon.isSymbol(':') && colon.end() == name.start() && (name.isName() || name.kind() == Kind.STRING);
            if (isVariable && !(colon.start() > 0 && sql.charAt(colon.start() - 1) == ':')) {
                safe.append(sql, copied, name.start()).append(' ');
                copied = name.start();
            }
        }
        return safe.append(sql.substring(copied)).toString();
    }

    /** A dollar quote's tag that does not occur in a text. */
    public static String dollarTag(String text) {
        String tag = "$schemactl$";
        for (int i = 1; text.contains(tag); i++) {
            tag = "$schemactl" + i + "$";
        }
        return tag;
    }

    private static boolean endsWithSemicolon(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).kind() != Kind.COMMENT) {
                return tokens.get(i).isSymbol(';');
            }
        }
        return true;
    }

    private static void add(String statement, List<String> statements) {
        if (!SqlLexer.code(statement).isEmpty()) {
            statements.add(statement.strip());
        }
    }
}
