package io.schemactl.report;

import java.nio.file.Path;

/**
 * How text looks.
 *
 * @param color whether terminal colours are used
 * @param unicode whether marks such as ✓ are used; letters of names and messages stay as they are either way
 * @param workingDirectory what paths below it are shown relative to
 * @param columns how many columns of a terminal sentences may take
 */
public record Style(boolean color, boolean unicode, Path workingDirectory, int columns) {

    /** So many columns are easy to read. */
    public static final int COLUMNS = 100;

    /** As wide as is easy to read. */
    public Style(boolean color, boolean unicode, Path workingDirectory) {
        this(color, unicode, workingDirectory, COLUMNS);
    }

    String good() {
        return unicode ? "✓" : "ok";
    }

    String bad() {
        return unicode ? "✗" : "x";
    }

    String doubtful() {
        return "!";
    }

    String passedOver() {
        return "-";
    }

    String begun() {
        return unicode ? "→" : "->";
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** Text in a colour, if there are colours; the text is printable already. */
    String paint(Paint paint, String text) {
        return color && paint != Paint.PLAIN && !text.isEmpty() ? paint.on() + text + Paint.OFF : text;
    }
}
