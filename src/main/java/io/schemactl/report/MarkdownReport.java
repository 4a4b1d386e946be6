package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.task.VerifyReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes verifications as GitHub-flavoured Markdown, which GitLab reads too. */
final class MarkdownReport {

    private final Places places;

    MarkdownReport(Places places) {
        this.places = places;
    }

    String of(List<VerifyReport> reports) {
        return String.join("\n", reports.stream().map(this::of).toList());
    }

    private String of(VerifyReport report) {
        var text = new StringBuilder();
        text.append("### schemactl verify: %s %s\n\n"
                .formatted(
                        report.isGood() ? "✅" : "❌",
                        Markdown.code(report.target().name())));
        text.append("%s\n\n".formatted(Markdown.plain(VerifySummary.of(report))));
        text.append("%s, %s\n"
                .formatted(
                        Markdown.code(report.target().database()), Markdown.plain(TargetText.server(report.target()))));
        if (!report.findings().isEmpty()) {
            text.append("\n| | object | finding | expected | actual | where |\n|---|---|---|---|---|---|\n");
            report.findings().forEach(finding -> text.append(row(finding)));
        }
        return text.toString();
    }

    private String row(Finding finding) {
        String remedy = finding.remedy() == null ? "" : "<br>fix: " + Markdown.plain(finding.remedy());
        String where = finding.position() == null ? "" : Markdown.code(places.clickable(finding.position()));
        return "| %s | %s | %s (%s)%s | %s | %s | %s |\n"
                .formatted(
                        Words.id(finding.severity()),
                        Markdown.code(finding.object()),
                        Markdown.plain(finding.message()),
                        Markdown.code(finding.rule()),
                        remedy,
                        optionalCode(finding.expected()),
                        optionalCode(finding.actual()),
                        where);
    }

    private static String optionalCode(@Nullable String text) {
        return text == null ? "" : Markdown.code(text);
    }
}
