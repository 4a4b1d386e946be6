package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.task.SnapshotReport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what came of snapshots. */
final class SnapshotText {

    private final Style style;
    private final Places places;

    SnapshotText(Style style) {
        this.style = style;
        this.places = new Places(style.workingDirectory());
    }

    String of(SnapshotReport report) {
        var lines = new Lines(style);
        lines.line(new DiffWords(places).side(report.source()));
        report.differences().forEach(difference -> append(lines, difference));
        report.unseen()
                .forEach(object -> lines.line(
                        Paint.YELLOW,
                        "  %s not in the snapshot: %s".formatted(style.doubtful(), Printable.line(object))));
        return lines.line(report.isGood() ? Paint.GREEN : Paint.RED, summary(report))
                .toString();
    }

    private void append(Lines lines, DifferenceText difference) {
        lines.line("  %s %s".formatted(difference.sign(), style.paint(Paint.BOLD, Printable.line(difference.title()))));
        difference.lines().forEach(line -> lines.line("      " + Printable.line(words(line))));
    }

    /** A detail on one line; long texts are only named. */
    private String words(DifferenceText.Line line) {
        if (line.isStatement()) {
            return line.property();
        }
        if (line.longText()) {
            return line.property() + " differs";
        }
        return line.property() + ": "
                + Stream.of(line.from(), line.to())
                        .filter(value -> value != null)
                        .collect(Collectors.joining(" " + style.begun() + " "));
    }

    private String summary(SnapshotReport report) {
        String file = Printable.line(places.path(report.file()));
        String took = " (%s)".formatted(Words.took(report.took()));
        String objects = Words.count(report.objects(), "object", "objects");
        return switch (report.result()) {
            case WRITTEN -> "wrote %s: %s".formatted(file, objects) + took;
            case UNCHANGED -> "%s is as it was: %s".formatted(file, objects) + took;
            case PRINTED -> objects + took;
            case CURRENT -> "%s is current: %s".formatted(file, objects) + took;
            case STALE ->
                "%s is not current: %s; run `schemactl snapshot`"
                                .formatted(
                                        file, Words.count(report.differences().size(), "difference", "differences"))
                        + took;
            case MISSING -> "%s is not there; run `schemactl snapshot`".formatted(file) + took;
        };
    }
}
