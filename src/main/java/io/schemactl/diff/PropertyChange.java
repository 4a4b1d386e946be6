package io.schemactl.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of an object that differs.
 *
 * @param path where the property is, from the object inwards, such as {@code [columns, email, type]}
 * @param from what it is in the first catalog; null if it is not there
 * @param to what it is in the second; null if it is not there
 */
public record PropertyChange(
        List<String> path, @Nullable String from, @Nullable String to) {
    /** Copies the path. */
    public PropertyChange {
        path = List.copyOf(path);
    }
}
