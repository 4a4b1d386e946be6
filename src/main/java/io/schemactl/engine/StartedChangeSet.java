package io.schemactl.engine;

/**
 * A change set without a transaction that was started and did not end.
 *
 * @param id the change set
 * @param isRollback whether it was being taken back, rather than applied
 */
public record StartedChangeSet(ChangeSetId id, boolean isRollback) {

    /** The command that goes on where it stopped. */
    public String command() {
        return isRollback ? "schemactl rollback" : "schemactl upgrade";
    }
}
