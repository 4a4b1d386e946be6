package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.task.SideReport;
import io.schemactl.task.SnapshotReport;
import java.time.Duration;
import java.util.List;

/** Snapshot reports for tests. */
final class SnapshotSamples {

    private SnapshotSamples() {}

    static SnapshotReport report(SnapshotReport.Result result) {
        return new SnapshotReport(
                new SideReport(
                        SideReport.Kind.CHANGELOG,
                        "portal",
                        null,
                        Samples.DIRECTORY.resolve("portal/changelog.yaml"),
                        null,
                        "17.8",
                        1_400,
                        List.of()),
                "portal",
                Samples.DIRECTORY.resolve("portal/schema.yaml"),
                result,
                1_400,
                "format: 1\n",
                List.of(),
                List.of(),
                Duration.ofMillis(171));
    }

    static SnapshotReport stale() {
        var differences = List.of(
                new DifferenceText(
                        "table",
                        "orders",
                        "~",
                        List.of(
                                new Line("column note", null, "text", false),
                                new Line("column email: type", "character varying(50)", "text", false),
                                Line.saying("column id: NOT NULL now"))),
                new DifferenceText("function", "f(integer)", "~", List.of(new Line("body", "a\nb", "a\nc", true))),
                new DifferenceText("index", "ix_b on orders", "-", List.of()));
        SnapshotReport report = report(SnapshotReport.Result.STALE);
        return new SnapshotReport(
                report.source(),
                report.target(),
                report.file(),
                report.result(),
                report.objects(),
                report.yaml(),
                differences,
                List.of("cast (integer AS money2)"),
                report.took());
    }
}
