package io.schemactl.catalog.form;

import java.util.Locale;
import java.util.Set;

/** Writes texts as YAML scalars that every parser of YAML 1.1 and 1.2 takes for the same texts. */
public final class YamlScalar {

    /** What YAML 1.1 takes for something else than a text. */
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final int LONGEST_WORD = 5;

    private YamlScalar() {}

    /** A text on one line, quoted if it must be. */
    public static String of(String text) {
        if (isPlain(text) && !isWord(text)) {
            return text;
        }
        return isPrintable(text) ? "'" + text.replace("'", "''") + "'" : escaped(text);
    }

    /** Whether a text is of words with single spaces between them, and begins with a letter. A pattern is slow for so many texts. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean allowed = each == ' ' ? before != ' ' : isLetter(each) || (i > 0 && isInWord(each));
            if (!allowed) {
                return false;
            }
            before = each;
        }
        return before != ' ';
    }

    private static boolean isLetter(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '_';
    }

    private static boolean isInWord(char each) {
        return (each >= '0' && each <= '9') || "./()-".indexOf(each) >= 0;
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has several lines and can stand as it is. */
    public static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0
                && !text.isBlank()
                && text.chars().allMatch(each -> each == '\n' || each == '\t' || isPrintable(each));
    }

    /** What announces a text of several lines: how deep it is indented, if that is not clear, and how it ends. */
    public static String header(String text) {
        String indent = text.charAt(0) == ' ' || text.charAt(0) == '\n' || text.charAt(0) == '\t' ? "2" : "";
        if (!text.endsWith("\n")) {
            return "|" + indent + "-";
        }
        return "|" + indent + (text.endsWith("\n\n") ? "+" : "");
    }

    /** Not so: control characters, YAML's other line breaks, the byte order mark, and halves of characters. */
    private static boolean isPrintable(int each) {
        boolean basic = each >= ' ' && each <= '~';
        boolean beyond = each >= 0xA0 && each < 0xD800 && each != 0x2028 && each != 0x2029;
        return basic || beyond || (each >= 0xE000 && each < 0xFEFF);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder("\"");
        text.chars().forEach(each -> {
            switch (each) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> {
                    boolean asItIs = isPrintable(each) || Character.isSurrogate((char) each);
                    escaped.append(asItIs ? String.valueOf((char) each) : "\\u%04x".formatted(each));
                }
            }
        });
        return escaped.append('"').toString();
    }
}
