package io.schemactl.catalog;

/** When a constraint or constraint trigger is checked. */
public enum Deferral {
    /** At the end of each statement. */
    NOT_DEFERRABLE,
    /** At the end of each statement, unless the transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** At the end of the transaction. */
    INITIALLY_DEFERRED;

    /** Whether a transaction may choose. */
    public boolean isDeferrable() {
        return this != NOT_DEFERRABLE;
    }

    /** {@code immediate} or {@code deferred}. */
    public String initially() {
        return this == INITIALLY_DEFERRED ? "deferred" : "immediate";
    }
}
