package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;

/** Counts the change sets that the history records. */
final class CountingListener implements RunListener {

    private int recorded;

    /** How many there were so far. */
    int recorded() {
        return recorded;
    }

    @Override
    public void begins(ChangeSetEntry entry) {}

    @Override
    public void ended(ChangeSetResult result) {
        recorded += switch (result.outcome()) {
            case APPLIED, MARKED_RAN -> 1;
            case SKIPPED, FAILED, ROLLED_BACK, UNMARKED -> 0;
        };
    }

    @Override
    public void says(String words) {}
}
