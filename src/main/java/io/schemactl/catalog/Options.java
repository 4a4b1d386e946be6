package io.schemactl.catalog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Storage parameters and other {@code name=value} options, by name.
 *
 * @param values the values by their names
 */
public record Options(SortedMap<String, String> values) {

    private static final Options NONE = new Options(Collections.emptySortedMap());

    /** Copies the values. */
    public Options {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** No options. */
    public static Options none() {
        return NONE;
    }

    /** Whether there are no options. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
