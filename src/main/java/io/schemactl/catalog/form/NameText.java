package io.schemactl.catalog.form;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/** Reads names that {@link Identifier#display} and {@link QualifiedName#display} wrote. */
final class NameText {

    private NameText() {}

    /**
     * The identifier that a text displays.
     *
     * @throws IllegalArgumentException if the text displays none
     */
    static Identifier identifier(String text) {
        int end = end(text, 0);
        if (end != text.length()) {
            throw notAName(text);
        }
        return part(text, 0, end);
    }

    /**
     * The qualified name that a text displays.
     *
     * @throws IllegalArgumentException if the text displays none
     */
    static QualifiedName qualified(String text) {
        int dot = end(text, 0);
        if (dot >= text.length() || text.charAt(dot) != '.') {
            throw notAName(text);
        }
        int end = end(text, dot + 1);
        if (end != text.length()) {
            throw notAName(text);
        }
        return new QualifiedName(part(text, 0, dot), part(text, dot + 1, end));
    }

    /** The index behind the name that begins a text, up to its argument list if it has one. */
    static int endOfName(String text) {
        int end = end(text, 0);
        while (end < text.length() && text.charAt(end) == '.') {
            end = end(text, end + 1);
        }
        return end;
    }

    private static Identifier part(String text, int start, int end) {
        String written = text.substring(start, end);
        boolean quoted = written.startsWith("\"");
        var identifier = new Identifier(
                quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written);
        if (!identifier.display().equals(written)) {
            throw notAName(text);
        }
        return identifier;
    }

    private static int end(String text, int start) {
        if (start >= text.length()) {
            throw notAName(text);
        }
        return text.charAt(start) == '"' ? endOfQuoted(text, start) : endOfPlain(text, start);
    }

    private static int endOfPlain(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '(') {
            end++;
        }
        if (end == start) {
            throw notAName(text);
        }
        return end;
    }

    private static int endOfQuoted(String text, int start) {
        int at = start + 1;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        throw notAName(text);
    }

    private static IllegalArgumentException notAName(String text) {
        return new IllegalArgumentException(
                "not a name as PostgreSQL would print it: %s (names that are not plain lower-case words stand in double quotes)"
                        .formatted(text));
    }
}
