package io.schemactl.prove;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.time.Duration;
import java.util.List;

/**
 * What was proven of a story.
 *
 * @param story the story
 * @param changeSets how many change sets it has
 * @param grade how good its rollback is
 * @param losses what the rollback takes with it
 * @param tests what came of its tests, of the rows before it and of the old application's statements
 * @param expectations how many expectations were checked, those of earlier stories too
 * @param findings what is wrong
 * @param notes what is odd but not wrong
 * @param took how long it took
 */
public record StoryProof(
        String story,
        int changeSets,
        Grade grade,
        List<Loss> losses,
        List<TestResult> tests,
        int expectations,
        List<Finding> findings,
        List<String> notes,
        Duration took) {

    /** Copies the lists. */
    public StoryProof {
        losses = List.copyOf(losses);
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return grade.isGood() && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
