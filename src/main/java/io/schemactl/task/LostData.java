package io.schemactl.task;

import org.jspecify.annotations.Nullable;

/**
 * What a rollback destroys.
 *
 * @param object the table, or the table and column
 * @param kind what is destroyed
 * @param amount how many rows or values; null if it cannot be known before
 * @param isEstimate whether the amount is the planner's estimate, because counting took too long
 * @param changeSet the change set whose rollback destroys it
 * @param statement the statement, where the amount cannot be known
 */
public record LostData(
        String object,
        Kind kind,
        @Nullable Long amount,
        boolean isEstimate,
        String changeSet,
        @Nullable String statement) {

    /** What can be destroyed. */
    public enum Kind {
        /** Rows of a table. */
        ROWS,
        /** Values of a column that are not null. */
        VALUES,
        /** Something that only running the statement would tell. */
        UNKNOWN
    }

    /** Whether anything is destroyed, as far as is known. */
    public boolean isLoss() {
        return amount == null || amount > 0;
    }
}
