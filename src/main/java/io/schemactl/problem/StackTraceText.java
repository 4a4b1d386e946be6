package io.schemactl.problem;

import org.jspecify.annotations.Nullable;

/** Writes where an exception came from, with its causes, for a bug report. */
public final class StackTraceText {

    private StackTraceText() {}

    /** The exception, its stack and its causes', ending with a line break. */
    public static String of(Throwable failure) {
        var text = new StringBuilder();
        String head = "";
        int depth = 0;
        for (@Nullable Throwable cause = failure; cause != null && depth++ < 20; cause = cause.getCause()) {
            text.append(head).append(cause).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                text.append("\tat ").append(element).append('\n');
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                text.append("\tsuppressed: ").append(suppressed).append('\n');
            }
            head = "caused by: ";
        }
        return text.toString();
    }
}
