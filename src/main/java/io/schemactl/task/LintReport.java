package io.schemactl.task;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What there is to say of a changelog's change sets.
 *
 * @param target the target whose changelog it is
 * @param changelog its root
 * @param serverVersion the version of the server on which they ran
 * @param stories the stories that were judged
 * @param changeSets how many change sets were judged
 * @param statements how many statements were traced
 * @param findings what there is to say, in the order of the changelog
 * @param failOn the severity from which on that is too much
 * @param took how long it took
 */
public record LintReport(
        String target,
        Path changelog,
        String serverVersion,
        List<String> stories,
        int changeSets,
        int statements,
        List<Finding> findings,
        Severity failOn,
        Duration took) {

    /** Copies the lists. */
    public LintReport {
        stories = List.copyOf(stories);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is as bad as that. */
    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.severity().compareTo(failOn) <= 0);
    }
}
