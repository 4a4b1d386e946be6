package io.schemactl.task;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is what its changelog says.
 *
 * @param target the database
 * @param stories how the stories stand
 * @param expectations how many objects and properties were compared
 * @param catalog with what the whole catalog was compared; null if it was not
 * @param findings what is not as it should be
 * @param took how long it took
 */
public record VerifyReport(
        TargetReport target,
        List<StoryStatus> stories,
        int expectations,
        @Nullable Whole catalog,
        List<Finding> findings,
        Duration took) {

    /**
     * A comparison of the whole catalog.
     *
     * @param with what it was compared with
     * @param objects how many objects of the database were compared
     * @param unseen how many more it has, of kinds that schemactl does not know
     */
    public record Whole(SideReport with, int objects, int unseen) {}

    /** Copies the lists. */
    public VerifyReport {
        stories = List.copyOf(stories);
        findings = List.copyOf(findings);
    }

    /** Whether all that the database has was compared, as far as anything was. */
    public boolean isComplete() {
        return catalog == null || catalog.unseen() == 0;
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
