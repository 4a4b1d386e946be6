package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.RunListener;
import io.schemactl.engine.UpgradeScope;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a story's change sets there and back on a shadow, and counts them. */
final class StoryTrip {

    private final Rehearsal rehearsal;
    private final Set<ChangeSetEntry> entries;
    private int recorded;

    /** Trips of a story's change sets. */
    StoryTrip(Rehearsal rehearsal, Set<ChangeSetEntry> entries) {
        this.rehearsal = rehearsal;
        this.entries = Set.copyOf(entries);
    }

    /** Applies those that are not applied yet. */
    Catalog upgrade() throws SQLException {
        rehearsal.upgrade(
                UpgradeScope.only(entries.stream().map(ChangeSetEntry::id).collect(Collectors.toSet())),
                new RunListener() {
                    @Override
                    public void begins(ChangeSetEntry entry) {}

                    @Override
                    public void ended(ChangeSetResult result) {
                        recorded += isRecorded(result.outcome()) ? 1 : 0;
                    }

                    @Override
                    public void says(String words) {}
                });
        return rehearsal.look();
    }

    /** Takes back those that were applied. */
    Catalog rollback() throws SQLException {
        if (recorded > 0) {
            rehearsal.rollback(RollbackScope.last(recorded), new SilentListener());
            recorded = 0;
        }
        return rehearsal.look();
    }

    /** How many are applied now. */
    int recorded() {
        return recorded;
    }

    private static boolean isRecorded(ChangeSetResult.Outcome outcome) {
        return switch (outcome) {
            case APPLIED, MARKED_RAN -> true;
            case SKIPPED, FAILED, ROLLED_BACK, UNMARKED -> false;
        };
    }
}
