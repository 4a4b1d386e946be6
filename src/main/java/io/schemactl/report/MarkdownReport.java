package io.schemactl.report;

import io.schemactl.task.VerifyReport;
import io.schemactl.verify.Finding;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes verifications as GitHub-flavoured Markdown, which GitLab reads too. */
final class MarkdownReport {

    /** What Markdown or HTML may read as more than text. */
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]|~$<>&]");

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

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
                .formatted(report.isGood() ? "✅" : "❌", code(report.target().name())));
        text.append("%s\n\n".formatted(plain(VerifySummary.of(report))));
        text.append("%s, %s\n".formatted(code(report.target().database()), plain(TargetText.server(report.target()))));
        if (!report.findings().isEmpty()) {
            text.append("\n| | object | finding | expected | actual | where |\n|---|---|---|---|---|---|\n");
            report.findings().forEach(finding -> text.append(row(finding)));
        }
        return text.toString();
    }

    private String row(Finding finding) {
        String remedy = finding.remedy() == null ? "" : "<br>fix: " + plain(finding.remedy());
        String where = finding.position() == null ? "" : code(places.clickable(finding.position()));
        return "| %s | %s | %s (%s)%s | %s | %s | %s |\n"
                .formatted(
                        Words.id(finding.severity()),
                        code(finding.object()),
                        plain(finding.message()),
                        code(finding.rule()),
                        remedy,
                        optionalCode(finding.expected()),
                        optionalCode(finding.actual()),
                        where);
    }

    private static String optionalCode(@Nullable String text) {
        return text == null ? "" : code(text);
    }

    /** Code, which nothing in the text can end. */
    private static String code(String text) {
        String line = oneLine(text);
        if (line.isEmpty()) {
            return "(empty)";
        }
        boolean isPlain = line.codePoints().noneMatch(character -> "`|\\".indexOf(character) >= 0);
        return isPlain
                ? "`" + line + "`"
                : "<code>" + PUNCTUATION.matcher(line).replaceAll(MarkdownReport::entity) + "</code>";
    }

    /** Text without any mark-up of its own: no links, no HTML, and nobody is mentioned. */
    private static String plain(String text) {
        return MARKS.matcher(oneLine(text))
                .replaceAll(MarkdownReport::entity)
                .replaceAll("([@#])(?!\\d+;)", "$1<!-- -->")
                .replace("://", ":<!-- -->//")
                .replace("www.", "www<!-- -->.");
    }

    /** Backslashes do not do: what they mean before a bar in a table differs from one reader to the next. */
    private static String entity(MatchResult mark) {
        return "&#%d;".formatted(mark.group().codePointAt(0));
    }

    private static String oneLine(String text) {
        return Printable.line(text.strip().replaceAll("\\s+", " "));
    }
}
