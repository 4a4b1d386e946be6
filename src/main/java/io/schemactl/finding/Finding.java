package io.schemactl.finding;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a check has to say about an object.
 *
 * @param severity how much it matters
 * @param rule the kind of finding, such as {@code missing-index}
 * @param object the object, such as {@code index ix_a on interviews}
 * @param position where somebody said otherwise
 * @param story the story that said so
 * @param message the whole of it in one line
 * @param expected what was expected, of findings about one property
 * @param actual what is there, of findings about one property
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
