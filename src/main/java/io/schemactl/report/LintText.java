package io.schemactl.report;

import io.schemactl.lint.Rule;
import io.schemactl.task.LintReport;
import java.util.List;

/** Writes what there is to say of change sets. */
final class LintText {

    private final Style style;

    LintText(Style style) {
        this.style = style;
    }

    String of(LintReport report) {
        var lines = new Lines(style);
        lines.line("%s: %s, PostgreSQL %s"
                .formatted(
                        Printable.line(report.target()),
                        new Places(style.workingDirectory()).path(report.changelog()),
                        Printable.line(report.serverVersion())));
        new FindingLines(style, "whole changelog").append(lines, report.findings());
        return lines.line(report.isGood() ? Paint.GREEN : Paint.RED, summary(report))
                .toString();
    }

    /** The whole of it in one line. */
    static String summary(LintReport report) {
        if (report.changeSets() == 0 && report.findings().isEmpty()) {
            return "no change set to judge (%s)".formatted(Words.took(report.took()));
        }
        String judged = "%s of %s"
                .formatted(
                        Words.count(report.statements(), "statement", "statements"),
                        Words.count(report.changeSets(), "change set", "change sets"));
        String found = report.findings().isEmpty() ? "nothing found" : FindingWords.counts(report.findings());
        return "%s in %s (%s)".formatted(found, judged, Words.took(report.took()));
    }

    /** The rules that there are, a line each. */
    String rules(List<Rule> rules) {
        var lines = new Lines(style);
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        rules.forEach(rule -> lines.line("%s  %-7s  %s"
                .formatted(
                        rule.id() + " ".repeat(width - rule.id().length()),
                        rule.isOptional() ? "off" : rule.severity().word(),
                        rule.summary())));
        return lines.toString();
    }
}
