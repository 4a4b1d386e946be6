package io.schemactl.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/** A changelog beside the history of a database. */
final class ChangelogState {

    private final Changelog changelog;
    private final List<HistoryRow> history;
    private final Map<ChangeSetId, HistoryRow> rows = new HashMap<>();
    private final Map<ChangeSetId, ChangeSetEntry> entries = new HashMap<>();
    private final Map<ChangeSetEntry, ChangeSetState> states = new LinkedHashMap<>();

    ChangelogState(Changelog changelog, List<HistoryRow> history) {
        this.changelog = changelog;
        this.history = List.copyOf(history);
        history.forEach(row -> rows.put(normalized(row.id()), row));
        changelog.changeSets().forEach((entry, changeSet) -> {
            entries.put(normalized(entry.id()), entry);
            states.put(entry, state(entry, changeSet));
        });
    }

    /** The state of each change set, in the order of the changelog. */
    Map<ChangeSetEntry, ChangeSetState> states() {
        return states;
    }

    /** The history, oldest first. */
    List<HistoryRow> history() {
        return history;
    }

    /** The row that records a change set. */
    Optional<HistoryRow> row(ChangeSetEntry entry) {
        return Optional.ofNullable(rows.get(normalized(entry.id())));
    }

    /** The change set that a row records, if the changelog has it. */
    Optional<ChangeSetEntry> entry(HistoryRow row) {
        return Optional.ofNullable(entries.get(normalized(row.id())));
    }

    /** Rows of change sets that the changelog does not have. */
    List<HistoryRow> unknown() {
        return history.stream().filter(row -> entry(row).isEmpty()).toList();
    }

    /** The change sets in a state. */
    List<ChangeSetEntry> in(ChangeSetState state) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Pending change sets that stand before one that is applied. */
    List<ChangeSetEntry> outOfOrder() {
        List<ChangeSetEntry> early = new ArrayList<>();
        List<ChangeSetEntry> waiting = new ArrayList<>();
        states.forEach((entry, state) -> {
            if (state == ChangeSetState.PENDING && changelog.changeSet(entry).getRunOrder() == null) {
                waiting.add(entry);
            } else if (row(entry).isPresent() && changelog.changeSet(entry).getRunOrder() == null) {
                early.addAll(waiting);
                waiting.clear();
            }
        });
        return early;
    }

    /** Applied change sets whose checksum is of an older algorithm, or was cleared. */
    List<ChangeSetEntry> oldChecksums() {
        return in(ChangeSetState.APPLIED).stream()
                .filter(entry -> entry.filteredBecause() == null)
                .filter(entry -> row(entry).map(ChangelogState::isOldChecksum).orElse(false))
                .toList();
    }

    private static boolean isOldChecksum(HistoryRow row) {
        CheckSum stored = checksum(row);
        return stored == null || stored.getVersion() < ChecksumVersion.latest().getVersion();
    }

    private ChangeSetState state(ChangeSetEntry entry, ChangeSet changeSet) {
        HistoryRow row = rows.get(normalized(entry.id()));
        if (row == null) {
            return entry.filteredBecause() == null ? ChangeSetState.PENDING : ChangeSetState.FILTERED;
        }
        if (entry.filteredBecause() != null) {
            return ChangeSetState.APPLIED;
        }
        ChangeSetState state = state(changeSet, checksum(row));
        // Liquibase remembers the first checksum it computes, also if it is one of an older algorithm.
        changeSet.clearCheckSum();
        return state;
    }

    private static ChangeSetState state(ChangeSet changeSet, @Nullable CheckSum stored) {
        if (changeSet.shouldAlwaysRun() || (changeSet.shouldRunOnChange() && differs(changeSet, stored))) {
            return ChangeSetState.RERUN;
        }
        return changeSet.isCheckSumValid(stored) ? ChangeSetState.APPLIED : ChangeSetState.CHANGED;
    }

    private static boolean differs(ChangeSet changeSet, @Nullable CheckSum stored) {
        return stored != null
                && !changeSet
                        .generateCheckSum(ChecksumVersion.enumFromChecksumVersion(stored.getVersion()))
                        .equals(stored);
    }

    private static @Nullable CheckSum checksum(HistoryRow row) {
        return row.checksum() == null ? null : CheckSum.parse(row.checksum());
    }

    private static ChangeSetId normalized(ChangeSetId id) {
        String file = DatabaseChangeLog.normalizePath(id.file());
        return new ChangeSetId(id.id(), id.author(), file == null ? id.file() : file);
    }
}
