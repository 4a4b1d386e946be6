package io.schemactl.engine;

import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a command goes.
 *
 * @param count at most so many change sets; empty for all
 * @param story up to and with this story when upgrading, down to but without it when rolling back; null for all
 * @param only none but these change sets; null for all
 * @param stepwise whether each statement commits by itself, whatever the change sets say
 */
public record UpgradeScope(
        OptionalInt count, @Nullable String story, @Nullable Set<ChangeSetId> only, boolean stepwise) {

    /** Copies the set. */
    public UpgradeScope {
        only = only == null ? null : Set.copyOf(only);
    }

    /** Change sets of whatever name. */
    public UpgradeScope(OptionalInt count, @Nullable String story) {
        this(count, story, null, false);
    }

    /** As far as there is something to do. */
    public static UpgradeScope all() {
        return new UpgradeScope(OptionalInt.empty(), null);
    }

    /** Up to and with a story; null for all. */
    public static UpgradeScope upTo(@Nullable String story) {
        return new UpgradeScope(OptionalInt.empty(), story);
    }

    /** None but these change sets. */
    public static UpgradeScope only(Set<ChangeSetId> changeSets) {
        return new UpgradeScope(OptionalInt.empty(), null, changeSets, false);
    }

    /** The same without transactions: to see on a shadow what a change set does that PostgreSQL refuses in one. */
    public UpgradeScope withoutTransactions() {
        return new UpgradeScope(count, story, only, true);
    }

    boolean holds(ChangeSetEntry entry) {
        return only == null || only.contains(entry.id());
    }
}
