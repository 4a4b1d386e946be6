package io.schemactl.report;

import io.schemactl.config.Sourced;
import io.schemactl.report.Table.Cell;
import io.schemactl.task.Diagnosis;
import io.schemactl.task.Diagnosis.Level;
import io.schemactl.task.DoctorReport;
import java.util.List;

/** Writes how a database is. */
final class DoctorText {

    private final Style style;

    DoctorText(Style style) {
        this.style = style;
    }

    String of(DoctorReport report) {
        var lines = new Lines(style);
        String version = report.serverVersion() == null ? "" : ", PostgreSQL " + Printable.line(report.serverVersion());
        lines.line("%s %s%s"
                .formatted(
                        style.paint(Paint.BOLD, Printable.line(report.target()) + ":"),
                        Printable.line(report.database()),
                        version));
        int width = report.diagnoses().stream()
                .mapToInt(each -> each.check().length())
                .max()
                .orElse(0);
        report.diagnoses().forEach(each -> append(lines, each, width));
        return lines.line("%s (%s)".formatted(summary(report), Words.took(report.took())))
                .toString();
    }

    private void append(Lines lines, Diagnosis diagnosis, int width) {
        lines.line("  %s  %s  %s"
                .formatted(
                        style.paint(
                                paint(diagnosis.level()),
                                Columns.padded(mark(diagnosis.level()), Columns.of(style.good()))),
                        Columns.padded(diagnosis.check(), width),
                        Printable.line(diagnosis.message())));
        if (diagnosis.fix() != null) {
            lines.labelled(" ".repeat(width + Columns.of(style.good()) + 6), "fix:", diagnosis.fix());
        }
    }

    private String mark(Level level) {
        return switch (level) {
            case OK -> style.good();
            case WARNING -> style.doubtful();
            case ERROR -> style.bad();
        };
    }

    private static Paint paint(Level level) {
        return switch (level) {
            case OK -> Paint.GREEN;
            case WARNING -> Paint.YELLOW;
            case ERROR -> Paint.RED;
        };
    }

    private String summary(DoctorReport report) {
        String counts = "%s, %s"
                .formatted(
                        Words.count(report.count(Level.ERROR), "error", "errors"),
                        Words.count(report.count(Level.WARNING), "warning", "warnings"));
        if (!report.isReached()) {
            return style.paint(Paint.RED, "not reachable") + ": " + counts;
        }
        return report.isGood()
                ? style.paint(Paint.GREEN, "usable") + ": " + counts
                : style.paint(Paint.RED, "an upgrade would not work") + ": " + counts;
    }

    /** Settings with the places that they came from. */
    String settings(List<Sourced> settings) {
        var table = new Table();
        settings.forEach(setting -> table.row(
                Cell.of(Paint.BOLD, setting.name()),
                Cell.of(setting.value().isEmpty() ? "(empty)" : setting.value()),
                Cell.of(Paint.DIM, setting.origin().toString())));
        return new Lines(style).table("", table).toString();
    }
}
