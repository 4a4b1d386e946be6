package io.schemactl.engine;

/**
 * A change set without a transaction that was started and did not end.
 *
 * @param id the change set
 * @param isRollback whether it was being taken back, rather than applied
 * @param changed how many rows the ranges have changed that are done, if it is executed in ranges
 */
public record StartedChangeSet(ChangeSetId id, boolean isRollback, long changed) {

    /** How far it is, in words that follow on others; nothing if that is not known. */
    public String howFar() {
        return changed == 0 ? "" : " (%,d rows are changed)".formatted(changed);
    }

    /** The command that goes on where it stopped. */
    public String command() {
        return isRollback ? "schemactl rollback" : "schemactl upgrade";
    }
}
