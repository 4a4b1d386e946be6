package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes comparisons as GitHub-flavoured Markdown, which GitLab reads too. */
final class DiffMarkdown {

    /** Bodies with more lines are folded. */
    private static final int FOLDED = 12;

    private final DiffWords words;

    DiffMarkdown(Places places) {
        this.words = new DiffWords(places);
    }

    String of(List<DiffReport> reports) {
        return String.join("\n", reports.stream().map(this::of).toList());
    }

    private String of(DiffReport report) {
        var text = new StringBuilder();
        text.append("### schemactl diff: %s %s\n\n"
                .formatted(report.isEqual() ? "✅" : "❌", Markdown.plain(DiffWords.summary(report))));
        text.append("- from %s\n".formatted(Markdown.plain(words.side(report.from()))));
        text.append("- to %s\n".formatted(Markdown.plain(words.side(report.to()))));
        if (!report.isEqual()) {
            text.append("\n| | object | property | from | to |\n|---|---|---|---|---|\n");
            report.differences().forEach(difference -> rows(difference, text));
            report.differences().forEach(difference -> bodies(difference, text));
        }
        reordered(report, text);
        unseen(report.from(), text);
        unseen(report.to(), text);
        return text.toString();
    }

    private static void rows(DifferenceText difference, StringBuilder text) {
        String head = "| %s | %s |"
                .formatted(Words.id(DiffWords.change(difference)), Markdown.code(DiffWords.title(difference)));
        if (difference.lines().isEmpty()) {
            text.append(head).append(" | | |\n");
        }
        for (DifferenceText.Line line : difference.lines()) {
            String from = line.longText() ? "" : optional(line.from());
            String to = line.longText() ? "see below" : optional(line.to());
            text.append("%s %s | %s | %s |\n".formatted(head, Markdown.plain(line.property()), from, to));
            head = "| | |";
        }
    }

    private static String optional(@Nullable String value) {
        return value == null ? "" : Markdown.code(value);
    }

    private static void bodies(DifferenceText difference, StringBuilder text) {
        for (DifferenceText.Line line : difference.lines()) {
            if (line.longText()) {
                body(difference, line, text);
            }
        }
    }

    private static void body(DifferenceText difference, DifferenceText.Line line, StringBuilder text) {
        List<String> lines = UnifiedDiff.of(whole(line.from()), whole(line.to())).lines().stream()
                .map(each -> Printable.line(each.printed().replace("\t", "    ")))
                .toList();
        String open = lines.size() > FOLDED ? "" : " open";
        text.append("\n<details%s><summary>%s: %s</summary>\n\n"
                .formatted(open, Markdown.plain(DiffWords.title(difference)), Markdown.plain(line.property())));
        text.append(Markdown.block("diff", lines)).append("\n</details>\n");
    }

    private static String whole(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void reordered(DiffReport report, StringBuilder text) {
        if (!report.reordered().isEmpty()) {
            text.append("\n⚠️ %s:\n\n".formatted(DiffWords.REORDERED));
            report.reordered()
                    .forEach(object -> object.lines()
                            .forEach(line -> text.append("- %s: %s instead of %s\n"
                                    .formatted(
                                            Markdown.code(DiffWords.title(object)),
                                            optional(line.to()),
                                            optional(line.from())))));
        }
    }

    private static void unseen(SideReport side, StringBuilder text) {
        if (!side.unseen().isEmpty()) {
            text.append("\n⚠️ not compared, of %s:\n\n".formatted(Markdown.plain(side.name())));
            side.unseen().forEach(object -> text.append("- %s\n".formatted(Markdown.code(object))));
        }
    }
}
