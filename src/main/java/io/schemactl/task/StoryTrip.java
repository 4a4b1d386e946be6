package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.RollbackScope;
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
        var counting = new CountingListener();
        rehearsal.upgrade(
                UpgradeScope.only(entries.stream().map(ChangeSetEntry::id).collect(Collectors.toSet())), counting);
        recorded += counting.recorded();
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
}
