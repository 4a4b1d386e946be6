package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes findings for people, story by story. */
final class FindingLines {

    /** The longest message that says what was expected in its own line. */
    private static final int LONGEST_MESSAGE = 90;

    private final Style style;
    private final Places places;
    private final String whole;

    /**
     * Findings.
     *
     * @param whole the heading of those that belong to no story and no file
     */
    FindingLines(Style style, String whole) {
        this.style = style;
        this.whole = whole;
        this.places = new Places(style.workingDirectory());
    }

    /** Appends the findings, and an empty line behind them. */
    void append(Lines lines, List<Finding> all) {
        Map<String, List<Finding>> groups =
                all.stream().collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((name, findings) -> {
            lines.gap().line(Paint.BOLD, "  " + Printable.line(name));
            for (int i = 0; i < findings.size(); i++) {
                Finding next = i + 1 < findings.size() ? findings.get(i + 1) : null;
                append(lines, findings.get(i));
                fix(lines, findings.get(i), next);
            }
        });
        if (!groups.isEmpty()) {
            lines.gap();
        }
    }

    private String group(Finding finding) {
        if (finding.story() != null) {
            return finding.story();
        }
        Position position = finding.position();
        return position == null ? whole : places.path(position.file());
    }

    private void append(Lines lines, Finding finding) {
        String tail = " is %s, expected %s".formatted(finding.actual(), finding.expected());
        boolean saysBoth = finding.message().endsWith(tail);
        boolean isLong = finding.message().length() > LONGEST_MESSAGE;
        String message = saysBoth && isLong
                ? finding.message().substring(0, finding.message().length() - tail.length()) + " differs"
                : finding.message();
        lines.line("    %s %s %s"
                .formatted(
                        mark(finding.severity()),
                        Printable.line(message),
                        style.paint(Paint.DIM, "[%s]".formatted(Printable.line(finding.rule())))));
        if (finding.position() != null) {
            lines.line("        at " + places.clickable(finding.position()));
        }
        if (!finding.message().contains(finding.object())) {
            optional(lines, "object:", finding.object());
        }
        if (isText(finding.expected()) && isText(finding.actual())) {
            body(lines, finding);
        } else if (!saysBoth || isLong) {
            optional(lines, "expected:", finding.expected());
            optional(lines, "actual:  ", finding.actual());
        }
    }

    /** What mends several findings is said below the last of them. */
    private static void fix(Lines lines, Finding finding, @Nullable Finding next) {
        if (next == null || !Objects.equals(next.remedy(), finding.remedy())) {
            optional(lines, "fix:", finding.remedy());
        }
    }

    private static boolean isText(@Nullable String value) {
        return value != null && value.indexOf('\n') >= 0;
    }

    /** Texts of several lines, as a difference from what was expected. */
    private static void body(Lines lines, Finding finding) {
        UnifiedDiff.of(String.valueOf(finding.expected()), String.valueOf(finding.actual()))
                .lines()
                .forEach(line -> lines.line("        "
                        + lines.style()
                                .paint(
                                        DiffText.paint(line),
                                        Printable.line(line.printed()
                                                .replace("\t", "    ")
                                                .stripTrailing()))));
    }

    private static void optional(Lines lines, String label, @Nullable String words) {
        if (words != null) {
            lines.labelled("        ", label, words);
        }
    }

    private String mark(Severity severity) {
        return switch (severity) {
            case ERROR -> style.paint(Paint.RED, style.bad());
            case WARNING -> style.paint(Paint.YELLOW, style.doubtful());
            case NOTE -> style.paint(Paint.CYAN, style.passedOver());
        };
    }
}
