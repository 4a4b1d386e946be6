package io.schemactl.task;

import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import java.util.List;

/**
 * How a story stands.
 *
 * @param name the story
 * @param changeSets its change sets
 */
public record StoryStatus(String name, List<ChangeSetStatus> changeSets) {

    /** Copies the change sets. */
    public StoryStatus {
        changeSets = List.copyOf(changeSets);
    }

    /** The word that sums the change sets up. */
    public State state() {
        if (has(ChangeSetState.CHANGED)) {
            return State.CHANGED;
        }
        boolean waits = has(ChangeSetState.PENDING) || has(ChangeSetState.RERUN);
        if (waits) {
            return has(ChangeSetState.APPLIED) ? State.PARTLY_APPLIED : State.PENDING;
        }
        return has(ChangeSetState.APPLIED) ? State.APPLIED : State.FILTERED;
    }

    /** Whether all of it that is meant for this database has been applied, also where it runs again or was changed. */
    public boolean isApplied() {
        return changeSets.stream().anyMatch(changeSet -> changeSet.row() != null)
                && changeSets.stream()
                        .allMatch(changeSet -> changeSet.row() != null || changeSet.state() == ChangeSetState.FILTERED);
    }

    private boolean has(ChangeSetState state) {
        return changeSets.stream().anyMatch(changeSet -> changeSet.state() == state);
    }

    /** How a story can stand. */
    public enum State {
        /** All of it is applied. */
        APPLIED,
        /** Some of it is applied. */
        PARTLY_APPLIED,
        /** Nothing of it is applied, or something of it runs again. */
        PENDING,
        /** Its text is another one than was applied. */
        CHANGED,
        /** It is not meant for this database. */
        FILTERED
    }
}
