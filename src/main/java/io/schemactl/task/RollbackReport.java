package io.schemactl.task;

import io.schemactl.engine.ChangeSetResult;
import java.time.Duration;
import java.util.List;

/**
 * What a rollback did.
 *
 * @param target the database
 * @param results what became of each change set, in order
 * @param lost what was destroyed
 * @param remaining how many change sets are still applied
 * @param took how long it took
 */
public record RollbackReport(
        TargetReport target, List<ChangeSetResult> results, List<LostData> lost, int remaining, Duration took) {

    /** Copies the lists. */
    public RollbackReport {
        results = List.copyOf(results);
        lost = List.copyOf(lost);
    }
}
