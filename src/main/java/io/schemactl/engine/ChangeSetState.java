package io.schemactl.engine;

/** How a change set of the changelog stands in the database. */
public enum ChangeSetState {
    /** Recorded, and unchanged since. */
    APPLIED,
    /** Not recorded. */
    PENDING,
    /** Recorded, and to run again: {@code runAlways}, or {@code runOnChange} and changed. */
    RERUN,
    /** Recorded, but its text is another one now. */
    CHANGED,
    /** Kept from running by contexts, labels, dbms or {@code ignore}. */
    FILTERED
}
