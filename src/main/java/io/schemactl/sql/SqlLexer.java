package io.schemactl.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL text into tokens, as PostgreSQL's own lexer does (section 4.1 of the manual).
 *
 * <p>Quoted names, string constants of every kind, dollar quotes and nested comments are each one token, so that what stands
 * in them is never mistaken for SQL.
 */
public final class SqlLexer {

    /** What a token is. */
    public enum Kind {
        /** A keyword or an unquoted name. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A string constant, of any kind. */
        STRING,
        /** A number. */
        NUMBER,
        /** Any other character, one at a time. */
        SYMBOL,
        /** A comment. */
        COMMENT
    }

    /**
     * A token.
     *
     * @param kind what it is
     * @param text as written
     * @param start index of its first character
     * @param end index behind its last character
     */
    public record Token(Kind kind, String text, int start, int end) {
        /** Whether it is an unquoted word, whatever its case. */
        public boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        /** Whether it is the one-character symbol. */
        public boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && text.charAt(0) == symbol;
        }

        /** Whether it can be a name. */
        public boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }

        /** The name it stands for: folded to lower case as the server does, letters of ASCII only, or unquoted. */
        public String name() {
            if (kind != Kind.QUOTED) {
                return UPPER.matcher(text).replaceAll(letter -> letter.group().toLowerCase(Locale.ROOT));
            }
            int open = text.indexOf('"');
            int close = text.length() > open + 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
            String inner = text.substring(open + 1, close).replace("\"\"", "\"");
            return open == 0
                    ? inner
                    : ESCAPE.matcher(inner).replaceAll(code -> Matcher.quoteReplacement(unescaped(code.group(1))));
        }

        private static String unescaped(String code) {
            return code.equals("\\")
                    ? code
                    : Character.toString(Integer.parseInt(code.startsWith("+") ? code.substring(1) : code, 16));
        }
    }

    private static final Pattern UPPER = Pattern.compile("[A-Z]+");

    /** An escape in {@code U&"…"}: four or, behind a plus, six hexadecimal digits, or a backslash. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9A-Fa-f]{4}|\\+[0-9A-Fa-f]{6}|\\\\)");

    /** What the server takes for white space; other blanks of Unicode are letters to it. */
    private static final String SPACE = " \t\n\r\f\u000B";

    private final String sql;
    private int at;

    SqlLexer(String sql) {
        this.sql = sql;
    }

    /** Index of the first character that has not been read. */
    int at() {
        return at;
    }

    /** Goes on reading elsewhere. */
    void goTo(int index) {
        at = index;
    }

    /** All tokens, comments too. Unclosed quotes and comments reach to the end. */
    public static List<Token> tokens(String sql) {
        var lexer = new SqlLexer(sql);
        var tokens = new ArrayList<Token>();
        while (lexer.skipSpace()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    /** All tokens but comments. */
    public static List<Token> code(String sql) {
        return tokens(sql).stream()
                .filter(token -> token.kind() != Kind.COMMENT)
                .toList();
    }

    /** Goes to the next token; false if there is none. */
    boolean skipSpace() {
        while (at < sql.length() && SPACE.indexOf(sql.charAt(at)) >= 0) {
            at++;
        }
        return at < sql.length();
    }

    /** The token that begins here. */
    Token next() {
        int start = at;
        Kind kind = advance(sql.charAt(at));
        return new Token(kind, sql.substring(start, at), start, at);
    }

    private Kind advance(char first) {
        if (first == '-' && peek(1) == '-') {
            return lineComment();
        }
        if (first == '/' && peek(1) == '*') {
            return blockComment();
        }
        if (first == '\'') {
            return string(false);
        }
        if (first == '"') {
            return quoted('"', false, Kind.QUOTED);
        }
        if (first == '$' && dollarTag() != null) {
            return dollarQuote();
        }
        if (isWordStart(first)) {
            return wordOrPrefixedString(first);
        }
        return Character.isDigit(first) ? number() : symbol();
    }

    private Kind lineComment() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        return Kind.COMMENT;
    }

    private Kind blockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        return Kind.COMMENT;
    }

    private Kind string(boolean escapes) {
        return quoted('\'', escapes, Kind.STRING);
    }

    private Kind quoted(char quote, boolean escapes, Kind kind) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (escapes && c == '\\' && at < sql.length()) {
                at++;
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    break;
                }
            }
        }
        return kind;
    }

    /** The tag of a dollar quote that begins here, dollars included; null if none does. */
    private @org.jspecify.annotations.Nullable String dollarTag() {
        int end = at + 1;
        while (end < sql.length() && sql.charAt(end) != '$') {
            char c = sql.charAt(end);
            boolean allowed = end == at + 1 ? isWordStart(c) : isWordPart(c);
            if (!allowed) {
                return null;
            }
            end++;
        }
        return end < sql.length() ? sql.substring(at, end + 1) : null;
    }

    private Kind dollarQuote() {
        String tag = String.valueOf(dollarTag());
        int close = sql.indexOf(tag, at + tag.length());
        at = close < 0 ? sql.length() : close + tag.length();
        return Kind.STRING;
    }

    private Kind wordOrPrefixedString(char first) {
        char prefix = Character.toLowerCase(first);
        if (peek(1) == '\'' && (prefix == 'e' || prefix == 'b' || prefix == 'x' || prefix == 'n')) {
            at++;
            return string(prefix == 'e');
        }
        if (prefix == 'u' && peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"')) {
            at += 2;
            return sql.charAt(at) == '"' ? quoted('"', false, Kind.QUOTED) : string(false);
        }
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return Kind.WORD;
    }

    private Kind number() {
        while (at < sql.length() && (isWordPart(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        return Kind.NUMBER;
    }

    private Kind symbol() {
        at++;
        return Kind.SYMBOL;
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
