package io.schemactl.verify;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * Something that a check has to say.
 *
 * @param severity how much it matters
 * @param rule what was checked, such as {@code missing-index}
 * @param object the database object
 * @param position the place in the user's files that says what is expected; null if none does
 * @param story the story that says so
 * @param message what is wrong, in a PostgreSQL user's words
 * @param expected what should be there
 * @param actual what is there
 * @param remedy the next step
 */
public record Finding(
        Severity severity,
        String rule,
        String object,
        @Nullable Position position,
        @Nullable String story,
        String message,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String remedy) {}
