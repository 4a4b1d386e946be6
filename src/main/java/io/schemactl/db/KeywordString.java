package io.schemactl.db;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads libpq's keyword/value form: {@code host=db.example.com dbname='my db'} (section 34.1.1.1). */
final class KeywordString {

    private final String text;
    private int at;

    private KeywordString(String text) {
        this.text = text;
    }

    static Map<String, String> parse(String text) {
        return new KeywordString(text).parse();
    }

    private Map<String, String> parse() {
        Map<String, String> words = new LinkedHashMap<>();
        skipSpace();
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            String name = text.substring(start, at);
            skipSpace();
            if (at == text.length() || text.charAt(at) != '=' || !name.matches("[a-z_]+")) {
                throw UrlProblem.of(
                        "the connection string is not a list of keyword=value",
                        "put a value with spaces in single quotes: password='with space'");
            }
            at++;
            skipSpace();
            words.put(name, value());
            skipSpace();
        }
        return words;
    }

    private String value() {
        boolean isQuoted = at < text.length() && text.charAt(at) == '\'';
        if (isQuoted) {
            at++;
        }
        var value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at);
            if (isQuoted ? next == '\'' : Character.isWhitespace(next)) {
                break;
            }
            if (next == '\\' && at + 1 < text.length()) {
                next = text.charAt(++at);
            }
            value.append(next);
            at++;
        }
        if (isQuoted && at++ >= text.length()) {
            throw UrlProblem.of("the connection string has an open quote", "close it, or write \\' for a quote");
        }
        return value.toString();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
