package io.schemactl.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference in words.
 *
 * @param kind the kind of object, such as {@code foreign key}
 * @param object the object's name, as people write it
 * @param sign {@code +} if only the second has it, {@code -} if only the first has it, {@code ~} if both have it, differently
 * @param lines what there is to say of it
 */
public record DifferenceText(String kind, String object, String sign, List<Line> lines) {
    /** Copies the lines. */
    public DifferenceText {
        lines = List.copyOf(lines);
    }

    /**
     * A property.
     *
     * @param property the property's name
     * @param from what it is in the first; null if it is not there
     * @param to what it is in the second; null if it is not there
     * @param longText whether the values are texts of several lines, such as a body
     */
    public record Line(
            String property,
            @Nullable String from,
            @Nullable String to,
            boolean longText) {}
}
