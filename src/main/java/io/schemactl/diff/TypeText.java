package io.schemactl.diff;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a type consists of, as PostgreSQL prints it: {@code numeric(10,2)[]}. */
final class TypeText {

    static final String CITEXT = "citext";

    private static final Pattern MODIFIED = Pattern.compile("([^()]+?)(?:\\(([^()]*)\\))?([^()\\[\\]]*)((?:\\[\\])*)");

    private TypeText() {}

    static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    static String element(String type) {
        return isArray(type) ? type.substring(0, type.length() - 2) : type;
    }

    static int length(String type) {
        return Integer.parseInt(modifier(type).split(",")[0].strip());
    }

    static int scale(String type) {
        String[] parts = modifier(type).split(",");
        return parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip());
    }

    /** What stands in parentheses. */
    static String modifier(String type) {
        Matcher matcher = MODIFIED.matcher(type);
        return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    }

    /** The type without what stands in parentheses and without brackets. */
    static String base(String type) {
        Matcher matcher = MODIFIED.matcher(type);
        String base = matcher.matches()
                ? (matcher.group(1) + matcher.group(3)).strip().toLowerCase(Locale.ROOT)
                : type;
        // The extension may be in any schema.
        return base.endsWith("." + CITEXT) ? CITEXT : base;
    }
}
