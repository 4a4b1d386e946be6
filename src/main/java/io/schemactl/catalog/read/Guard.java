package io.schemactl.catalog.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses texts that would not stay inside the parentheses into which they are put. */
final class Guard {

    /** String constants, quoted names and dollar quotes (section 4.1 of the manual), whole. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\w$])[eE]'(?:[^'\\\\]|''|\\\\.)*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\""
                    + "|(?<![\\w$])\\$([A-Za-z_]\\w*)?\\$.*?\\$\\1\\$",
            Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("(?i)[\\w\\s.,()\\[\\]%\"$\\u0080-\\uFFFF-]+");

    private Guard() {}

    /** Why a text is not one expression, if it is not. */
    static Optional<String> objection(String text) {
        Deque<Character> open = new ArrayDeque<>();
        Matcher quoted = QUOTED.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            if (quoted.find(i) && quoted.start() == i) {
                i = quoted.end() - 1;
                continue;
            }
            Optional<String> objection = objection(text, i, open);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("a parenthesis is not closed");
    }

    /** Why a text is not the name of a type, if it is not. */
    static Optional<String> typeObjection(String text) {
        if (!TYPE.matcher(text).matches()) {
            return Optional.of("not the name of a type");
        }
        return objection(text);
    }

    private static Optional<String> objection(String text, int at, Deque<Character> open) {
        return switch (text.charAt(at)) {
            case '\'', '"' -> Optional.of("a quote is not closed");
            case ';' -> Optional.of("more than one statement");
            case '-' -> text.startsWith("--", at) ? Optional.of("a comment") : Optional.empty();
            case '/' -> text.startsWith("/*", at) ? Optional.of("a comment") : Optional.empty();
            case '(' -> opened(open, ')');
            case '[' -> opened(open, ']');
            case ')', ']' -> closed(open, text.charAt(at));
            default -> Optional.empty();
        };
    }

    private static Optional<String> opened(Deque<Character> open, char end) {
        open.push(end);
        return Optional.empty();
    }

    private static Optional<String> closed(Deque<Character> open, char end) {
        return !open.isEmpty() && open.pop() == end
                ? Optional.empty()
                : Optional.of("a parenthesis is closed that is not open");
    }
}
