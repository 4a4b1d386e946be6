package io.schemactl.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference in the words of a PostgreSQL user; every report renders these.
 *
 * @param kind what sort of object it is, such as {@code index} or {@code materialized view}
 * @param object the object as people write it, such as {@code ix_a on orders}
 * @param sign {@code +} added, {@code -} removed, {@code ~} changed or {@code >} renamed
 * @param lines what is different, in detail
 */
public record DifferenceText(String kind, String object, String sign, List<Line> lines) {

    /** Copies the lines. */
    public DifferenceText {
        lines = List.copyOf(lines);
    }

    /** Whether an object was added or removed, changed or renamed, and which: {@code index ix_a on orders}. */
    public String title() {
        return kind + " " + object;
    }

    /**
     * A detail.
     *
     * @param property what differs, such as {@code column email: type}; if there are neither {@code from} nor {@code to}, a
     *     statement that says all, such as {@code is not valid any more}
     * @param from what it was; null if there was nothing
     * @param to what it is; null if there is nothing
     * @param longText whether the values are texts of several lines, best shown line by line
     */
    public record Line(
            String property,
            @Nullable String from,
            @Nullable String to,
            boolean longText) {

        /** A statement that says all. */
        public static Line saying(String words) {
            return new Line(words, null, null, false);
        }

        /** Whether it is a statement. */
        public boolean isStatement() {
            return from == null && to == null;
        }
    }
}
