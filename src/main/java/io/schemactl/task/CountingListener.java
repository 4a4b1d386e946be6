package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RunListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the change sets that the history records. */
final class CountingListener implements RunListener {

    private int recorded;
    private @Nullable ChangeSetEntry begun;

    /** How many there were so far. */
    int recorded() {
        return recorded;
    }

    /** The change set that began last; empty if none did. */
    Optional<ChangeSetEntry> begun() {
        return Optional.ofNullable(begun);
    }

    @Override
    public void begins(ChangeSetEntry entry) {
        begun = entry;
    }

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
