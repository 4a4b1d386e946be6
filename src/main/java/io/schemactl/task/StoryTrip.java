package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradeScope;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes change sets of a story there and back on a shadow, and counts them. */
final class StoryTrip {

    private final Rehearsal rehearsal;
    private final Set<ChangeSetEntry> entries;
    private int recorded;
    private @Nullable ChangeSetEntry failed;

    /** Trips of a story's change sets. */
    StoryTrip(Rehearsal rehearsal, Collection<ChangeSetEntry> entries) {
        this.rehearsal = rehearsal;
        this.entries = new LinkedHashSet<>(entries);
    }

    /** Applies those that are not applied yet. */
    Catalog upgrade() throws SQLException {
        var counting = new CountingListener();
        try {
            rehearsal.upgrade(
                    UpgradeScope.only(entries.stream().map(ChangeSetEntry::id).collect(Collectors.toSet())), counting);
        } finally {
            recorded += counting.recorded();
        }
        return rehearsal.look();
    }

    /** Takes back those that were applied. */
    Catalog rollback() throws SQLException {
        if (recorded > 0) {
            var counting = new CountingListener();
            failed = null;
            try {
                rehearsal.rollback(RollbackScope.last(recorded), counting);
            } catch (RuntimeException e) {
                failed = counting.begun().orElse(null);
                throw e;
            }
            recorded = 0;
        }
        return rehearsal.look();
    }

    /** How many are applied now. */
    int recorded() {
        return recorded;
    }

    /** The one whose rollback failed; empty if none was begun. */
    Optional<ChangeSetEntry> findFailed() {
        return Optional.ofNullable(failed);
    }
}
