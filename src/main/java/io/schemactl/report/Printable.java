package io.schemactl.report;

import java.util.List;

/**
 * Makes text from servers, files and names harmless to print.
 *
 * <p>Whoever may name a table could otherwise move a terminal's cursor, colour a failure green, or turn text around.
 */
final class Printable {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private Printable() {}

    /** Text on one line: everything that does not print is written as an escape. */
    static String line(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> printable.append(of(character)));
        return printable.toString();
    }

    /** Text on its own lines, each of them printable; tabs are spaces, and blank lines at the end are gone. */
    static List<String> lines(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> line(line.replace("\t", "    ")))
                .toList();
    }

    /** A character as it is, or as an escape if it would do something instead of being seen. */
    static String of(int character) {
        if (!isHarmful(character)) {
            return Character.toString(character);
        }
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character > 0xFFFF ? "\\U%08x".formatted(character) : "\\u%04x".formatted(character);
        };
    }

    /** JSON, whose texts mean the same afterwards; line breaks between its parts stay. */
    static String json(String json) {
        var printable = new StringBuilder(json.length());
        json.codePoints().forEach(character -> {
            if (character == '\n' || !isHarmful(character)) {
                printable.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(unit -> printable.append("\\u%04x".formatted(unit)));
            }
        });
        return printable.toString();
    }

    private static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != JOINER && character != NON_JOINER;
            default -> false;
        };
    }
}
