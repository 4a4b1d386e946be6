package io.schemactl.report;

import io.schemactl.forecast.Grade;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.Verdict;
import io.schemactl.task.PlanReport;
import java.util.List;

/** Writes what would run, and how much it will hurt, for a comment on a pull request. */
final class PlanMarkdown {

    String of(List<PlanReport> reports) {
        var text = new StringBuilder("## schemactl plan\n");
        reports.forEach(report -> append(text, report));
        return text.toString();
    }

    private static void append(StringBuilder text, PlanReport report) {
        text.append("\n### %s (%s, %s)\n\n"
                .formatted(
                        Markdown.plain(report.target().name()),
                        Markdown.plain(report.target().database()),
                        Markdown.plain(TargetText.server(report.target()))));
        if (report.changeSets().isEmpty()) {
            text.append("Nothing to do.\n");
            return;
        }
        if (!report.stories().isEmpty()) {
            text.append("| story | verdict | why |\n|---|---|---|\n");
            report.stories().forEach((story, verdict) -> story(text, story, verdict));
            text.append('\n');
        }
        report.changeSets().forEach(planned -> append(text, planned));
        if (report.outlook() != null) {
            append(text, report, report.outlook());
        }
    }

    private static void story(StringBuilder text, String story, Verdict verdict) {
        text.append("| %s | %s %s | %s |\n"
                .formatted(
                        Markdown.plain(story),
                        mark(verdict.grade()),
                        verdict.grade().word(),
                        String.join(
                                "<br>",
                                verdict.reasons().stream().map(Markdown::plain).toList())));
    }

    private static String mark(Grade grade) {
        return switch (grade) {
            case SAFE -> "🟢";
            case CAREFUL -> "🟡";
            case DANGEROUS -> "🔴";
        };
    }

    private static void append(StringBuilder text, PlanReport.Planned planned) {
        String order = planned.isOutOfOrder() ? ", out of order" : "";
        String block = planned.entry().inTransaction() ? "" : ", not in a transaction";
        text.append("<details><summary>%s, %s%s%s</summary>\n\n"
                .formatted(
                        Markdown.plain(planned.entry().story()),
                        Markdown.plain(planned.entry().label()),
                        order,
                        block));
        List<String> lines = planned.statements().stream()
                .flatMap(statement -> Printable.lines(statement + ";").stream())
                .toList();
        text.append(Markdown.block("sql", lines)).append('\n');
        PlanReport.Forecast forecast = planned.forecast();
        if (forecast != null) {
            append(text, forecast);
        }
        text.append("</details>\n\n");
    }

    private static void append(StringBuilder text, PlanReport.Forecast forecast) {
        if (!forecast.tables().isEmpty()) {
            text.append("| table | lock | work | size |\n|---|---|---|---|\n");
            forecast.tables().forEach(effect -> row(text, effect));
            text.append('\n');
        }
        ForecastWords.safer(forecast.findings())
                .forEach(words -> text.append("- instead: %s\n".formatted(Markdown.plain(words))));
        ForecastWords.losses(forecast.lost())
                .forEach(loss -> text.append("- destroys %s\n".formatted(Markdown.plain(loss))));
        ForecastWords.losses(forecast.lostByRollback())
                .forEach(loss -> text.append("- a later rollback loses %s\n".formatted(Markdown.plain(loss))));
        text.append('\n');
    }

    private static void row(StringBuilder text, TableEffect effect) {
        text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        Markdown.code(effect.name()),
                        ForecastWords.lock(effect),
                        Markdown.plain(String.join(", ", ForecastWords.deeds(effect))),
                        Markdown.plain(ForecastWords.size(effect))));
    }

    private static void append(StringBuilder text, PlanReport report, PlanReport.Outlook outlook) {
        if (outlook.source() != null && ForecastWords.hasTables(report)) {
            text.append("Sizes of %s, read %s. Estimates of time assume that %s.\n\n"
                    .formatted(
                            Markdown.plain(outlook.source()),
                            ForecastWords.moment(outlook.taken()),
                            Markdown.plain(String.join("; ", outlook.assumptions()))));
        }
        ForecastWords.replication(outlook.replication())
                .forEach(line -> text.append("- %s\n".formatted(Markdown.plain(line))));
        outlook.missing().forEach(each -> text.append("- not known: %s\n".formatted(Markdown.plain(each))));
    }
}
