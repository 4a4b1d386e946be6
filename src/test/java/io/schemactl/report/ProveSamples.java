package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Position;
import io.schemactl.problem.ServerMessage;
import io.schemactl.prove.Grade;
import io.schemactl.prove.Loss;
import io.schemactl.prove.StoryProof;
import io.schemactl.prove.TestKind;
import io.schemactl.prove.TestOutcome;
import io.schemactl.prove.TestResult;
import io.schemactl.task.ProveReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proofs to render. */
final class ProveSamples {

    private static final Position TESTS =
            new Position(Samples.DIRECTORY.resolve("changelog/portal/story-2.0/tests.yaml"), 12, 5);
    private static final Position ROLLBACK =
            new Position(Samples.DIRECTORY.resolve("changelog/portal/story-2.0/changelog.yaml"), 140, 7);

    private ProveSamples() {}

    static ProveReport good() {
        return new ProveReport(
                "portal",
                Samples.DIRECTORY.resolve("changelog/portal/changelog.yaml"),
                "17.8",
                List.of(
                        new StoryProof(
                                "story-1.2-core",
                                1,
                                Grade.LOSES_DATA,
                                List.of(
                                        new Loss("candidates", Loss.Kind.ROWS, 4),
                                        new Loss("interviews.cost_usd", Loss.Kind.VALUES, 1),
                                        new Loss("videos", Loss.Kind.DELETED_ROWS, 2),
                                        new Loss("videos.state", Loss.Kind.CHANGED_VALUES, 3)),
                                List.of(test("the status defaults to active", null)),
                                109,
                                List.of(),
                                List.of(),
                                Duration.ofMillis(1100)),
                        new StoryProof(
                                "story-1.3-index",
                                2,
                                Grade.EXACT,
                                List.of(),
                                List.of(),
                                112,
                                List.of(),
                                List.of("no rows could be generated for table " + Samples.EVIL),
                                Duration.ofMillis(80))),
                true,
                List.of(),
                Duration.ofMillis(3200));
    }

    static ProveReport bad() {
        return new ProveReport(
                "mall",
                Samples.DIRECTORY.resolve("changelog/mall/changelog.yaml"),
                "14.21",
                List.of(
                        story("story-2.0", Grade.NOT_EXACT, finding("rollback-unexpected", ROLLBACK)),
                        story("story-2.1", Grade.IMPOSSIBLE, finding("rollback-fails", ROLLBACK)),
                        story("story-2.2", Grade.NOT_TRIED, finding("upgrade-fails", null))),
                true,
                List.of(finding("nothing-unexpected", null)),
                Duration.ofSeconds(61));
    }

    private static StoryProof story(String name, Grade grade, Finding finding) {
        return new StoryProof(
                name,
                1,
                grade,
                List.of(),
                List.of(test("a second recording fails", "it succeeded")),
                12,
                List.of(finding),
                List.of(),
                Duration.ofMillis(970));
    }

    private static Finding finding(String rule, @Nullable Position position) {
        return new Finding(
                Severity.ERROR,
                rule,
                "enum video_status",
                position,
                position == null ? null : "story-2.0",
                "after the rollback, enum video_status exists, but should not",
                null,
                null,
                "make the rollback block take back all that the changes do, and no more");
    }

    private static TestResult test(String name, @Nullable String difference) {
        return new TestResult(
                TestKind.ERROR,
                name,
                TESTS,
                new TestOutcome(
                        difference == null,
                        "error 23505",
                        difference == null ? "error 23505" : "success",
                        difference,
                        null,
                        difference == null ? new ServerMessage("23505", "duplicate key", null, null, null) : null,
                        null),
                Duration.ofMillis(7));
    }
}
