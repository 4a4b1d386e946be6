package io.schemactl.report;

import io.schemactl.problem.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Shows the part of a failed statement that matters. */
final class ExcerptText {

    /** The widest line that is shown whole. */
    private static final int WIDTH = 100;
    /** How much of a long line is shown before its mark. */
    private static final int BEFORE_MARK = 60;

    private static final int CONTEXT_LINES = 2;
    private static final int LINES_WITHOUT_MARK = 6;
    private static final int TAB = 4;

    private final Style style;
    private final String indent;

    ExcerptText(Style style, String indent) {
        this.style = style;
        this.indent = indent;
    }

    /** A character of a line as it is shown. */
    private record Glyph(String text, int column, int width) {}

    void append(Lines lines, Excerpt excerpt) {
        String statement = excerpt.statement();
        Integer offset = excerpt.offset();
        if (offset == null || offset < 0 || offset > statement.length()) {
            beginning(lines, statement);
        } else {
            around(lines, statement, offset);
        }
    }

    private void beginning(Lines lines, String statement) {
        List<String> all = statement.lines().dropWhile(String::isBlank).toList();
        int end = all.size();
        while (end > 0 && all.get(end - 1).isBlank()) {
            end--;
        }
        int shown = Math.min(end, LINES_WITHOUT_MARK);
        all.subList(0, shown).forEach(line -> context(lines, line));
        if (shown < end) {
            lines.line(indent + style.ellipsis());
        }
    }

    private void around(Lines lines, String statement, int offset) {
        List<String> all = statement.lines().toList();
        int number = lineOf(statement, offset);
        int marked = Math.min(number, Math.max(0, all.size() - 1));
        int index = number == marked ? offset - startOf(statement, offset) : Integer.MAX_VALUE;
        int first = Math.max(0, marked - CONTEXT_LINES);
        int last = Math.min(all.size() - 1, marked + CONTEXT_LINES);
        if (all.subList(0, first).stream().anyMatch(line -> !line.isBlank())) {
            lines.line(indent + style.ellipsis());
        }
        for (int i = first; i <= last; i++) {
            if (i == marked) {
                marked(lines, all.get(i), index);
            } else {
                context(lines, all.get(i));
            }
        }
        if (last >= 0 && all.subList(last + 1, all.size()).stream().anyMatch(line -> !line.isBlank())) {
            lines.line(indent + style.ellipsis());
        }
    }

    private void context(Lines lines, String line) {
        var text = new StringBuilder();
        glyphs(line).forEach(glyph -> text.append(glyph.text()));
        lines.line(indent + Columns.shortened(text.toString(), WIDTH, style.ellipsis()));
    }

    private void marked(Lines lines, String line, int index) {
        List<Glyph> glyphs = glyphs(line);
        int mark = line.codePointCount(0, Math.min(index, line.length()));
        int end = glyphs.isEmpty()
                ? 0
                : glyphs.get(glyphs.size() - 1).column()
                        + glyphs.get(glyphs.size() - 1).width();
        int markColumn = mark < glyphs.size() ? glyphs.get(mark).column() : end;
        int from = end <= WIDTH ? 0 : Math.max(0, Math.min(markColumn - BEFORE_MARK, end - WIDTH));
        var text = new StringBuilder();
        int start = -1;
        for (Glyph glyph : glyphs) {
            if (glyph.column() >= from && glyph.column() + glyph.width() <= from + WIDTH) {
                start = start < 0 ? glyph.column() : start;
                text.append(glyph.text());
            }
        }
        String before = from > 0 ? style.ellipsis() : "";
        String after = from + WIDTH < end ? style.ellipsis() : "";
        lines.line(indent + before + text + after);
        int behind = Columns.of(before) + markColumn - Math.max(0, start);
        lines.line(indent + " ".repeat(behind) + style.paint(Paint.RED, "^"));
    }

    private static List<Glyph> glyphs(String line) {
        List<Glyph> glyphs = new ArrayList<>();
        int column = 0;
        for (int character : line.codePoints().toArray()) {
            String text = character == '\t' ? " ".repeat(TAB - column % TAB) : Printable.of(character);
            int width = Columns.of(text);
            glyphs.add(new Glyph(text, column, width));
            column += width;
        }
        return glyphs;
    }

    /** The number of lines that end before an offset; a line ends with its own line break. */
    private static int lineOf(String statement, int offset) {
        return (int) statement.substring(0, startOf(statement, offset)).lines().count();
    }

    /** Where the line of an offset starts; lines end as {@link String#lines} says. */
    private static int startOf(String statement, int offset) {
        int start = offset;
        while (start > 0 && !endsLine(statement, start)) {
            start--;
        }
        return start;
    }

    private static boolean endsLine(String statement, int start) {
        char before = statement.charAt(start - 1);
        boolean isInsidePair = before == '\r' && start < statement.length() && statement.charAt(start) == '\n';
        return before == '\n' || (before == '\r' && !isInsidePair);
    }
}
