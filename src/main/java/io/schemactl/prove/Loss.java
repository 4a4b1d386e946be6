package io.schemactl.prove;

/**
 * What a rollback takes with it.
 *
 * @param object the table, the table and column, the sequence or the large object
 * @param kind what is lost
 * @param amount how many there were on the shadow; of a position, the next number
 */
public record Loss(String object, Kind kind, long amount) {

    /** What can be lost. */
    public enum Kind {
        /** All rows of a table that the story made. */
        ROWS,
        /** All values of a column that the story made. */
        VALUES,
        /** Rows that the story deletes or drops with their table, and the rollback does not bring back. */
        DELETED_ROWS,
        /** Values that the story changes or drops with their column, and the rollback does not bring back. */
        CHANGED_VALUES,
        /** Where a sequence stood that the story drops. */
        POSITION,
        /** What was in a large object that the story changes or removes. */
        LARGE_OBJECT
    }
}
