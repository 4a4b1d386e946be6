package io.schemactl.catalog.form;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes texts as YAML scalars that every parser of YAML 1.1 and 1.2 takes for the same texts. */
public final class YamlScalar {

    /** What YAML 1.1 takes for something else than a text. */
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./()-]*( [A-Za-z0-9_./()-]+)*");

    private YamlScalar() {}

    /** A text on one line, quoted if it must be. */
    public static String of(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return text.chars().allMatch(YamlScalar::isPrintable) ? "'" + text.replace("'", "''") + "'" : escaped(text);
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
