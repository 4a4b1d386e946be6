package io.schemactl.task;

import io.schemactl.verify.Finding;
import io.schemactl.verify.Severity;
import java.time.Duration;
import java.util.List;

/**
 * Whether a database is what its changelog says.
 *
 * @param target the database
 * @param stories how the stories stand
 * @param expectations how many objects and properties were compared
 * @param findings what is not as it should be
 * @param took how long it took
 */
public record VerifyReport(
        TargetReport target, List<StoryStatus> stories, int expectations, List<Finding> findings, Duration took) {

    /** Copies the lists. */
    public VerifyReport {
        stories = List.copyOf(stories);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
