package io.schemactl.task;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.prove.StoryProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was proven of a changelog.
 *
 * @param target the target whose changelog it is
 * @param changelog its root
 * @param serverVersion the version of the server on which it ran
 * @param stories what was proven of each story, in order
 * @param isWhole whether the changelog as a whole was proven too
 * @param chain what is wrong with the changelog as a whole
 * @param took how long it took
 */
public record ProveReport(
        String target,
        Path changelog,
        String serverVersion,
        List<StoryProof> stories,
        boolean isWhole,
        List<Finding> chain,
        Duration took) {

    /** Copies the lists. */
    public ProveReport {
        stories = List.copyOf(stories);
        chain = List.copyOf(chain);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return stories.stream().allMatch(StoryProof::isGood)
                && chain.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** All that is wrong. */
    public List<Finding> findings() {
        return Stream.concat(stories.stream().flatMap(story -> story.findings().stream()), chain.stream())
                .toList();
    }
}
