package io.schemactl.prove;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

    /** This proof with what another one of a part of the story found. */
    public StoryProof and(StoryProof part) {
        return new StoryProof(
                story,
                changeSets,
                grade,
                losses,
                tests,
                expectations,
                Stream.concat(findings.stream(), part.findings().stream())
                        .distinct()
                        .toList(),
                Stream.concat(notes.stream(), part.notes().stream()).distinct().toList(),
                took.plus(part.took()));
    }

    /** This proof with one more note. */
    public StoryProof noting(String note) {
        return new StoryProof(
                story,
                changeSets,
                grade,
                losses,
                tests,
                expectations,
                findings,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                took);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return grade.isGood() && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
