package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a table's rows on a way there and back.
 *
 * @param deleted how many rows the way there took that did not come back
 * @param gone how many rows only the way back took
 * @param kept how many rows the way there put in that are still there
 * @param strange how many rows only the way back put in
 * @param changed the columns in which the way there touched values that are not what they were, in how many rows
 * @param damaged the columns in which only the way back touched values, in how many rows
 */
public record Fate(
        long deleted,
        long gone,
        long kept,
        long strange,
        SortedMap<Identifier, Long> changed,
        SortedMap<Identifier, Long> damaged) {

    /** Copies the columns. */
    public Fate {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        damaged = Collections.unmodifiableSortedMap(new TreeMap<>(damaged));
    }
}
