package io.schemactl.task;

import io.schemactl.engine.ChangeSetResult;
import java.time.Duration;
import java.util.List;

/**
 * What an upgrade or a stamp did.
 *
 * @param target the database
 * @param results what became of each change set, in order
 * @param applied how many of the changelog's change sets are applied now
 * @param total how many change sets the changelog has
 * @param took how long it took
 */
public record UpgradeReport(TargetReport target, List<ChangeSetResult> results, int applied, int total, Duration took) {

    /** Copies the results. */
    public UpgradeReport {
        results = List.copyOf(results);
    }
}
