package io.schemactl.prove;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds for each expected row an actual row of its own.
 *
 * <p>A row that names some columns only may match several, so that taking the first would be wrong: those already matched are
 * moved to others where that helps.
 */
final class Matching {

    /** Whether an expected row and an actual row match. */
    @FunctionalInterface
    interface Pairs {
        boolean match(int expected, int actual);
    }

    private static final int NONE = -1;

    private final int size;
    private final Pairs pairs;
    private final int[] ownerOf;

    /** Rows of both sides, as many of each. */
    Matching(int size, Pairs pairs) {
        this.size = size;
        this.pairs = pairs;
        this.ownerOf = new int[size];
        Arrays.fill(ownerOf, NONE);
    }

    /** The first expected row for which there is none; nothing if all have one. */
    Optional<Integer> findUnmatched() {
        for (int expected = 0; expected < size; expected++) {
            if (!place(expected, new boolean[size])) {
                return Optional.of(expected);
            }
        }
        return Optional.empty();
    }

    private boolean place(int expected, boolean[] seen) {
        for (int actual = 0; actual < size; actual++) {
            if (seen[actual] || !pairs.match(expected, actual)) {
                continue;
            }
            seen[actual] = true;
            if (ownerOf[actual] == NONE || place(ownerOf[actual], seen)) {
                ownerOf[actual] = expected;
                return true;
            }
        }
        return false;
    }
}
