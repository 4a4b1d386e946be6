package io.schemactl.report;

import java.util.List;
import java.util.regex.Pattern;

/** Collects the lines of a text. */
final class Lines {

    /** What GitHub's runner takes for a command, wherever it reads such a line. */
    private static final Pattern COMMAND = Pattern.compile("^(\\s*):(:.+::)");

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    Lines(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    /** A line that is printable already. */
    Lines line(String line) {
        text.append(COMMAND.matcher(line.stripTrailing()).replaceFirst("$1\\\\u003a$2"))
                .append('\n');
        return this;
    }

    /** A printable line in a colour. */
    Lines line(Paint paint, String line) {
        return line(style.paint(paint, line));
    }

    /** An empty line. */
    Lines gap() {
        text.append('\n');
        return this;
    }

    /** A label and a text, whose further lines stand below its first. */
    Lines labelled(String indent, String label, String words) {
        List<String> lines = Printable.lines(words);
        String further = indent + " ".repeat(Columns.of(label) + 1);
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? indent + style.paint(Paint.CYAN, label) + " " + lines.get(i) : further + lines.get(i));
        }
        return this;
    }

    /**
     * Words that stand behind a label, or below it, where they are too many for a line.
     *
     * @param start what stands before them, printable and perhaps coloured
     * @param columns how many columns that takes
     */
    Lines wrapped(String start, int columns, Paint paint, String words) {
        String at = start;
        for (String written : Printable.lines(words)) {
            for (String line : Columns.wrapped(written, style.columns() - columns)) {
                line(at + style.paint(paint, line));
                at = " ".repeat(columns);
            }
        }
        return this;
    }

    /** A table that is not wider than the terminal. */
    Lines wrapped(String indent, Table table) {
        table.rows(style, style.columns() - Columns.of(indent)).forEach(row -> line(indent + row));
        return this;
    }

    /** A table. */
    Lines table(String indent, Table table) {
        table.rows(style).forEach(row -> line(indent + row));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
