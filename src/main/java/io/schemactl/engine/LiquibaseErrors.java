package io.schemactl.engine;

import org.jspecify.annotations.Nullable;

/** Puts Liquibase's exceptions into one line of words. */
final class LiquibaseErrors {

    private LiquibaseErrors() {}

    /** The innermost message that says something, on one line, without class names. */
    static String words(Throwable failure) {
        String words = failure.getClass().getSimpleName();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                words = cause instanceof ClassNotFoundException
                        ? "class %s is not there; the target's `class-path` names the jar that holds it"
                                .formatted(cause.getMessage())
                        : cause.getMessage();
            }
        }
        return words.replaceAll("\\b(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error):\\s*", "")
                .replaceAll("\\s*\\R\\s*", "; ")
                .strip();
    }
}
