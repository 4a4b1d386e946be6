package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Linter;
import io.schemactl.lint.rules.Rules;
import io.schemactl.problem.Position;
import io.schemactl.task.LintReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judgements of change sets to render. */
final class LintSamples {

    private static final String STORY = "story-2.1-orders";

    private LintSamples() {}

    static LintReport good() {
        return new LintReport(
                "portal",
                Samples.DIRECTORY.resolve("changelog/portal/changelog.yaml"),
                "17.8",
                List.of("story-1.2-core"),
                1,
                12,
                List.of(),
                Severity.ERROR,
                Duration.ofMillis(1100));
    }

    static LintReport bad() {
        return bad(Severity.ERROR);
    }

    /** The same where less is too much. */
    static LintReport bad(Severity failOn) {
        return new LintReport(
                "mall",
                Samples.DIRECTORY.resolve("changelog/mall/changelog.yaml"),
                "14.21",
                List.of("story-1.2-core", STORY),
                2,
                31,
                List.of(
                        finding(
                                Severity.ERROR,
                                "missing-rollback",
                                "change set orders",
                                "change set orders has no rollback block",
                                9),
                        finding(
                                Severity.WARNING,
                                "foreign-key-without-index",
                                "foreign key fk_orders_customer_id on orders",
                                "no index of orders begins with customer_id: each DELETE in customers reads all of orders",
                                14),
                        finding(Severity.NOTE, "quoted-name", Samples.EVIL, Samples.EVIL, 14),
                        finding(
                                Severity.WARNING,
                                Linter.UNUSED_SUPPRESSION,
                                "change set orders",
                                "the comment allows drop-column, which the change set does not do",
                                9)),
                failOn,
                Duration.ofMillis(3200));
    }

    static List<Check> checks() {
        return List.of(Check.of(good(), Rules.all()), Check.of(bad(), Rules.all()));
    }

    private static Finding finding(Severity severity, String rule, String object, String message, int line) {
        @Nullable
        Position position =
                new Position(Samples.DIRECTORY.resolve("changelog/mall/%s/changelog.yaml".formatted(STORY)), line, 7);
        return new Finding(severity, rule, object, position, STORY, message, null, null, "do what docs/rules says");
    }
}
