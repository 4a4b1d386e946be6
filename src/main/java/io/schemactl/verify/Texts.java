package io.schemactl.verify;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares SQL texts without a server: apart from space, the case of keywords and outer parentheses. */
final class Texts {

    /** Long strings would overflow the stack if the groups could give back what they have taken. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|[\\w$]+|\\s+|.", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private Texts() {}

    static boolean same(String one, String other) {
        return normalised(one).equals(normalised(other));
    }

    private static String normalised(String text) {
        var normalised = new StringBuilder();
        boolean afterWord = false;
        boolean space = false;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String each = token.group();
            if (each.isBlank()) {
                space = true;
                continue;
            }
            boolean word = WORD.matcher(each).matches();
            boolean quoted = each.charAt(0) == '\'' || each.charAt(0) == '"';
            if (space && afterWord && (word || quoted)) {
                normalised.append(' ');
            }
            normalised.append(quoted ? each : each.toLowerCase(Locale.ROOT));
            afterWord = word || quoted;
            space = false;
        }
        return withoutOuterParentheses(normalised.toString());
    }

    private static String withoutOuterParentheses(String text) {
        String inner = text;
        while (inner.startsWith("(") && closes(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    /** Where the parenthesis closes with which a text begins; -1 if nowhere. */
    private static int closes(String text) {
        int depth = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            depth += switch (token.group()) {
                case "(" -> 1;
                case ")" -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return token.start();
            }
        }
        return -1;
    }
}
