package io.schemactl.catalog.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints casts of arrays of constants in the one way that stays when it is read again.
 *
 * <p>PostgreSQL prints {@code a IN ('x')}, where {@code a} is a varchar, with a cast around the array. Given that text, it casts each
 * element, and prints that: so a check would differ from its own copy.
 */
final class ArrayCasts {

    private static final String ELEMENT = "'(?:[^']|'')*+'::[a-z][a-z ]*(?:\\(\\d+\\))?";
    private static final Pattern ARRAY =
            Pattern.compile("\\(ARRAY\\[(" + ELEMENT + "(?:, " + ELEMENT + ")*+)\\]\\)::([a-z][a-z ]*)\\[\\]");
    private static final Pattern EACH = Pattern.compile(ELEMENT);

    private ArrayCasts() {}

    /** An expression with the casts at the elements. */
    static String atElements(String expression) {
        if (!expression.contains("(ARRAY[")) {
            return expression;
        }
        return ARRAY.matcher(expression)
                .replaceAll(array -> Matcher.quoteReplacement("ARRAY["
                        + EACH.matcher(array.group(1))
                                .replaceAll(
                                        each -> Matcher.quoteReplacement("(" + each.group() + ")::" + array.group(2)))
                        + "]"));
    }
}
