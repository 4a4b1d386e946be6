package io.schemactl.report;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes texts into GitHub-flavoured Markdown, so that nothing in them is taken for mark-up. */
final class Markdown {

    /** What Markdown or HTML may read as more than text. */
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]|~$<>&]");

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Code, which nothing in the text can end. */
    static String code(String text) {
        String line = oneLine(text);
        if (line.isEmpty()) {
            return "(empty)";
        }
        boolean isPlain = line.codePoints().noneMatch(character -> "`|\\".indexOf(character) >= 0);
        return isPlain
                ? "`" + line + "`"
                : "<code>" + PUNCTUATION.matcher(line).replaceAll(Markdown::entity) + "</code>";
    }

    /** Text without any mark-up of its own: no links, no HTML, and nobody is mentioned. */
    static String plain(String text) {
        return MARKS.matcher(oneLine(text))
                .replaceAll(Markdown::entity)
                .replaceAll("([@#])(?!\\d+;)", "$1<!-- -->")
                .replace("://", ":<!-- -->//")
                .replace("www.", "www<!-- -->.");
    }

    /** A block of printable lines, which nothing in them can end. */
    static String block(String language, Iterable<String> lines) {
        String text = String.join("\n", lines);
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return "%s%s\n%s\n%s\n".formatted(fence, language, text, fence);
    }

    /** Backslashes do not do: what they mean before a bar in a table differs from one reader to the next. */
    private static String entity(MatchResult mark) {
        return "&#%d;".formatted(mark.group().codePointAt(0));
    }

    private static String oneLine(String text) {
        return Printable.line(text.strip().replaceAll("\\s+", " "));
    }
}
