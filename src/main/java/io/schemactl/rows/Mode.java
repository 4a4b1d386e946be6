package io.schemactl.rows;

/** Which of the columns that may be left out a row has. */
enum Mode {
    /** All. */
    FILLED,
    /** None: NULL where that is allowed, otherwise the default if there is one. */
    SPARSE,
    /** Some. */
    MIXED;

    /** The mode of a table's so-many-th row: the first has all, the second none. */
    static Mode of(int row) {
        return switch (row) {
            case 0 -> FILLED;
            case 1 -> SPARSE;
            default -> MIXED;
        };
    }

    /** The mode to try when this one led nowhere. */
    Mode next() {
        return switch (this) {
            case FILLED -> MIXED;
            case MIXED -> SPARSE;
            case SPARSE -> FILLED;
        };
    }
}
