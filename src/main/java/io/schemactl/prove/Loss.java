package io.schemactl.prove;

/**
 * What a rollback takes with it.
 *
 * @param object the table, or the table and column
 * @param kind what is lost
 * @param amount how many there were on the shadow
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
        CHANGED_VALUES
    }
}
