package io.schemactl.report;

import io.schemactl.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes checks as GitHub-flavoured Markdown, which GitLab reads too. */
final class MarkdownReport {

    private final Places places;

    MarkdownReport(Places places) {
        this.places = places;
    }

    String of(String command, List<Check> checks) {
        return String.join(
                "\n", checks.stream().map(check -> of(command, check)).toList());
    }

    private String of(String command, Check check) {
        var text = new StringBuilder();
        text.append("### schemactl %s: %s %s\n\n"
                .formatted(command, check.isGood() ? "✅" : "❌", Markdown.code(check.target())));
        text.append("%s\n".formatted(Markdown.plain(check.summary())));
        if (!check.remarks().isEmpty()) {
            text.append('\n');
            check.remarks().forEach(remark -> text.append("- %s\n".formatted(Markdown.plain(remark))));
        }
        if (check.database() != null && check.server() != null) {
            text.append("\n%s, %s\n".formatted(Markdown.code(check.database()), Markdown.plain(check.server())));
        }
        if (!check.findings().isEmpty()) {
            text.append("\n| | object | finding | expected | actual | where |\n|---|---|---|---|---|---|\n");
            check.findings().forEach(finding -> text.append(row(finding)));
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
