package io.schemactl.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change set.
 *
 * @param entry the change set
 * @param outcome what was done with it
 * @param took how long it took
 * @param note why, where that is not plain
 */
public record ChangeSetResult(
        ChangeSetEntry entry,
        Outcome outcome,
        Duration took,
        @Nullable String note) {

    /** What can be done with a change set. */
    public enum Outcome {
        /** It ran, and was recorded. */
        APPLIED,
        /** It was recorded without running, as its preconditions ask. */
        MARKED_RAN,
        /** It was passed over, as its preconditions ask, or because it is meant for other databases. */
        SKIPPED,
        /** It failed, and {@code failOnError: false} lets the run go on. */
        FAILED,
        /** It was taken back. */
        ROLLED_BACK,
        /** It was only recorded, so only its record was removed. */
        UNMARKED
    }
}
