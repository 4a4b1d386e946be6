package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;

/** A text inside a changelog, such as the SQL of a change, that knows where its characters stand in the file. */
public final class SourceText {

    private final String text;
    private final SourceFile file;
    private final int begin;

    /** @param begin index in the file of the text's first character, quote or block indicator */
    SourceText(String text, SourceFile file, int begin) {
        this.text = text;
        this.file = file;
        this.begin = begin;
    }

    /** The text as the changelog says it, parameters not yet replaced. */
    public String text() {
        return text;
    }

    /** Where the text begins. */
    public Position start() {
        return at(0);
    }

    /**
     * The place of a character of the text. It is exact for a literal block ({@code |}), for a whole file, and for whatever
     * stands in the file as it is; otherwise it is the text's beginning.
     *
     * @param offset counted from 0
     */
    public Position at(int offset) {
        if (file.text().startsWith(text, begin)) {
            return file.position(begin + offset);
        }
        if (file.text().startsWith(text, begin + 1)) {
            return file.position(begin + 1 + offset);
        }
        return isLiteralBlock() ? inLiteralBlock(offset) : file.position(begin);
    }

    /**
     * Where a statement begins that was made from this text, where comments may have been removed and parameters replaced.
     *
     * @param statement the statement, whole
     * @param from the index in this text to look from
     * @return its index in this text, or that of its first line; negative if that is not there
     */
    public int indexOf(String statement, int from) {
        int whole = text.indexOf(statement, from);
        if (whole >= 0) {
            return whole;
        }
        String first = statement.strip().lines().findFirst().orElse("");
        return first.isEmpty() ? -1 : text.indexOf(first, from);
    }

    /**
     * The place of a character of a statement that was made from this text.
     *
     * @param statement the statement, whole
     * @param begin where it begins in this text
     * @param offset index in the statement, counted from 0
     */
    public Position find(String statement, int begin, int offset) {
        if (text.startsWith(statement, begin)) {
            return at(begin + offset);
        }
        int from = statement.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int until = statement.indexOf('\n', Math.max(from, offset));
        String line = statement.substring(from, until < 0 ? statement.length() : until);
        int found = line.isBlank() ? -1 : text.indexOf(line.strip(), begin);
        if (found < 0) {
            return at(begin);
        }
        int indent = line.length() - line.stripLeading().length();
        return at(Math.min(text.length(), found + Math.max(0, offset - from - indent)));
    }

    private boolean isLiteralBlock() {
        return begin < file.text().length() && file.text().charAt(begin) == '|';
    }

    private Position inLiteralBlock(int offset) {
        int header = file.position(begin).line();
        String before = text.substring(0, Math.min(offset, text.length()));
        int line = header + 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - (before.lastIndexOf('\n') + 1);
        return new Position(file.path(), line, indent(header) + column + 1);
    }

    private int indent(int header) {
        int first = (int) text.lines().takeWhile(String::isEmpty).count();
        String source = header + 1 + first <= file.lines() ? file.line(header + 1 + first) : "";
        String content = text.lines().skip(first).findFirst().orElse("");
        return Math.max(0, source.length() - content.length());
    }
}
