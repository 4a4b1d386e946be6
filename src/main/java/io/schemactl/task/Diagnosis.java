package io.schemactl.task;

import org.jspecify.annotations.Nullable;

/**
 * What one check of {@code doctor} found.
 *
 * @param check the check, such as {@code round-trip}
 * @param level how it is
 * @param message what was found, in one line
 * @param fix the next step; null if there is nothing to do
 */
public record Diagnosis(
        String check, Level level, String message, @Nullable String fix) {

    /** How something is, the best first. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Worth a look. */
        WARNING,
        /** It keeps an upgrade from working. */
        ERROR
    }

    static Diagnosis ok(String check, String message) {
        return new Diagnosis(check, Level.OK, message, null);
    }

    static Diagnosis warning(String check, String message, String fix) {
        return new Diagnosis(check, Level.WARNING, message, fix);
    }

    static Diagnosis error(String check, String message, @Nullable String fix) {
        return new Diagnosis(check, Level.ERROR, message, fix);
    }
}
