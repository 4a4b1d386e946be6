package io.schemactl.rows;

import java.time.Duration;

/**
 * How rows are generated.
 *
 * @param seed the same seed makes the same rows in the same schema
 * @param rows how many rows a table gets; a partitioned one gets more if it has more partitions
 * @param limit after this time, tables stay empty
 */
public record RowSettings(long seed, int rows, Duration limit) {

    private static final int USUAL_ROWS = 4;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    /** Checks the number. */
    public RowSettings {
        if (rows < 1) {
            throw new IllegalArgumentException("rows: " + rows);
        }
    }

    /** The usual number of rows. */
    public static RowSettings of(long seed) {
        return new RowSettings(seed, USUAL_ROWS, USUAL_LIMIT);
    }
}
