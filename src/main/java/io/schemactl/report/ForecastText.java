package io.schemactl.report;

import io.schemactl.forecast.Grade;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.Verdict;
import io.schemactl.report.Table.Cell;
import io.schemactl.task.LostData;
import io.schemactl.task.PlanReport;
import java.util.List;

/** Writes how much change sets will hurt. */
final class ForecastText {

    private static final String INDENT = "   ";

    private final Lines lines;

    ForecastText(Lines lines) {
        this.lines = lines;
    }

    /** One change set's. */
    void append(PlanReport.Forecast forecast) {
        verdict(forecast.verdict());
        if (!forecast.tables().isEmpty()) {
            var table = new Table();
            forecast.tables().forEach(effect -> row(table, effect));
            lines.wrapped(INDENT + "  ", table);
        }
        ForecastWords.safer(forecast.findings()).forEach(words -> labelled("instead:", words));
        losses("destroys", forecast.lost());
        losses("a later rollback loses", forecast.lostByRollback());
    }

    private void labelled(String label, String words) {
        lines.wrapped(
                INDENT + lines.style().paint(Paint.CYAN, label) + " ",
                INDENT.length() + label.length() + 1,
                Paint.PLAIN,
                words);
    }

    private void verdict(Verdict verdict) {
        String grade = verdict.grade().word() + ":";
        int columns = INDENT.length() + grade.length() + 1;
        String start = INDENT + lines.style().paint(paint(verdict.grade()), grade) + " ";
        for (String reason : verdict.reasons()) {
            lines.wrapped(start, columns, Paint.PLAIN, Printable.line(reason));
            start = " ".repeat(columns);
        }
    }

    private static Paint paint(Grade grade) {
        return switch (grade) {
            case SAFE -> Paint.GREEN;
            case CAREFUL -> Paint.YELLOW;
            case DANGEROUS -> Paint.RED;
        };
    }

    private static void row(Table table, TableEffect effect) {
        table.row(
                Cell.of(Paint.BOLD, effect.name()),
                Cell.of(ForecastWords.lock(effect)),
                Cell.of(String.join(", ", ForecastWords.deeds(effect))),
                Cell.of(Paint.DIM, ForecastWords.size(effect)));
    }

    private void losses(String verb, List<LostData> lost) {
        if (!lost.isEmpty()) {
            labelled(verb + ":", String.join(", ", ForecastWords.losses(lost)));
        }
    }

    /** What is to be said of the whole plan. */
    void append(PlanReport report, PlanReport.Outlook outlook) {
        report.stories()
                .forEach((story, verdict) -> lines.line("%s: %s"
                        .formatted(
                                Printable.line(story),
                                lines.style()
                                        .paint(
                                                paint(verdict.grade()),
                                                verdict.grade().word()))));
        if (outlook.source() != null && ForecastWords.hasTables(report)) {
            lines.wrapped(
                    "",
                    0,
                    Paint.DIM,
                    "sizes of %s, read %s; estimates of time assume that"
                            .formatted(Printable.line(outlook.source()), ForecastWords.moment(outlook.taken())));
            outlook.assumptions().forEach(each -> lines.wrapped("  ", 2, Paint.DIM, each));
        }
        ForecastWords.replication(outlook.replication())
                .forEach(each -> lines.wrapped("", 0, Paint.PLAIN, Printable.line(each)));
        outlook.missing().forEach(each -> lines.wrapped("", 0, Paint.YELLOW, "not known: " + Printable.line(each)));
    }
}
