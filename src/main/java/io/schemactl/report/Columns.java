package io.schemactl.report;

import java.util.ArrayList;
import java.util.List;

/** Counts the terminal columns that text takes. */
final class Columns {

    private Columns() {}

    /** The columns of a printable text. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The columns of a printable character: none for marks that sit on another one, two for wide ones. */
    static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    /** The text with spaces behind it, up to a width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The start of a text, not wider than a width with the ellipsis that says so. */
    static String shortened(String text, int width, String ellipsis) {
        if (of(text) <= width) {
            return text;
        }
        int left = width - of(ellipsis);
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            left -= of(character);
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end) + ellipsis;
    }

    /** The text on lines that are not wider than a width, unless a word is. */
    static List<String> wrapped(String text, int width) {
        if (of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The blocks that Unicode's East Asian Width (UAX 11) calls wide, and the pictographs that terminals draw so. */
    private static boolean isWide(int character) {
        return isIn(character, 0x1100, 0x115F)
                || isIn(character, 0x2E80, 0x303E)
                || isIn(character, 0x3041, 0xA4CF)
                || isIn(character, 0xAC00, 0xD7A3)
                || isIn(character, 0xF900, 0xFAFF)
                || isIn(character, 0xFE30, 0xFE6F)
                || isIn(character, 0xFF00, 0xFF60)
                || isIn(character, 0xFFE0, 0xFFE6)
                || isIn(character, 0x1F300, 0x1F64F)
                || isIn(character, 0x1F680, 0x1F6FF)
                || isIn(character, 0x1F900, 0x1F9FF)
                || isIn(character, 0x20000, 0x3FFFD);
    }

    private static boolean isIn(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
