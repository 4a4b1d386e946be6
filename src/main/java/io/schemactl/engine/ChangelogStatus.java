package io.schemactl.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database stands beside its changelog.
 *
 * @param changeSets in the order of the changelog
 * @param unknown rows of the history that the changelog does not have
 * @param stockLock a row that the stock engine's lock table holds; null if none
 */
public record ChangelogStatus(
        List<ChangeSetStatus> changeSets,
        List<HistoryRow> unknown,
        @Nullable StockLock stockLock) {

    /** Copies the lists. */
    public ChangelogStatus {
        changeSets = List.copyOf(changeSets);
        unknown = List.copyOf(unknown);
    }

    /** The change sets in a state. */
    public List<ChangeSetStatus> in(ChangeSetState state) {
        return changeSets.stream().filter(status -> status.state() == state).toList();
    }

    /** Whether an upgrade would run something. */
    public boolean hasWork() {
        return changeSets.stream()
                .anyMatch(status -> status.state() == ChangeSetState.PENDING || status.state() == ChangeSetState.RERUN);
    }
}
