package io.schemactl.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a change set stands.
 *
 * @param entry the change set
 * @param state how it stands
 * @param row its row in the history; null if it has none
 * @param isOutOfOrder whether it is pending and stands before one that is applied
 */
public record ChangeSetStatus(
        ChangeSetEntry entry,
        ChangeSetState state,
        @Nullable HistoryRow row,
        boolean isOutOfOrder) {}
