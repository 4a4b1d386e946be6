package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;
import org.jspecify.annotations.Nullable;

/** Writes comparisons for people. */
final class DiffText {

    private static final String INDENT = "      ";

    private final Style style;
    private final DiffWords words;

    DiffText(Style style) {
        this.style = style;
        this.words = new DiffWords(new Places(style.workingDirectory()));
    }

    String of(DiffReport report) {
        var lines = new Lines(style);
        lines.line(Paint.RED, "--- " + words.side(report.from()));
        lines.line(Paint.GREEN, "+++ " + words.side(report.to()));
        if (!report.isEqual() || !report.reordered().isEmpty() || !report.isComplete()) {
            lines.gap();
        }
        if (!report.isEqual()) {
            report.differences().forEach(difference -> append(lines, difference));
            lines.gap();
        }
        reordered(lines, report);
        unseen(lines, report.from());
        unseen(lines, report.to());
        return lines.line(report.isEqual() ? Paint.GREEN : Paint.RED, DiffWords.summary(report))
                .toString();
    }

    private void append(Lines lines, DifferenceText difference) {
        String sign = Printable.line(difference.sign());
        DiffWords.Change change = DiffWords.change(difference);
        lines.line("  %s %s"
                .formatted(
                        style.paint(paint(change), sign),
                        style.paint(Paint.BOLD, Printable.line(DiffWords.title(difference)))));
        boolean isBoth = change == DiffWords.Change.CHANGED || change == DiffWords.Change.RENAMED;
        difference.lines().forEach(line -> append(lines, line, isBoth ? side(line) : ""));
    }

    private static Paint paint(DiffWords.Change change) {
        return switch (change) {
            case ADDED -> Paint.GREEN;
            case REMOVED -> Paint.RED;
            case CHANGED -> Paint.YELLOW;
            case RENAMED -> Paint.CYAN;
        };
    }

    /** Which of two objects alone has a property, as a sign. */
    private static String side(DifferenceText.Line line) {
        if (line.isStatement() || (line.from() != null && line.to() != null)) {
            return "";
        }
        return line.from() == null ? "+ " : "- ";
    }

    private void append(Lines lines, DifferenceText.Line line, String side) {
        String property = side + Printable.line(line.property());
        if (line.isStatement()) {
            lines.line(INDENT + property);
        } else if (line.longText()) {
            lines.line(INDENT + property + ":");
            UnifiedDiff.of(whole(line.from()), whole(line.to())).lines().forEach(each -> append(lines, each));
        } else {
            lines.line("%s%s: %s".formatted(INDENT, property, values(line)));
        }
    }

    private String values(DifferenceText.Line line) {
        String from = line.from();
        String to = line.to();
        if (from == null) {
            return style.paint(Paint.GREEN, Printable.line(String.valueOf(to)));
        }
        String old = style.paint(Paint.RED, Printable.line(from));
        return to == null
                ? old
                : "%s %s %s".formatted(old, style.begun(), style.paint(Paint.GREEN, Printable.line(to)));
    }

    private static String whole(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Paint paint(UnifiedDiff.Line line) {
        return switch (line.sign()) {
            case '+' -> Paint.GREEN;
            case '-' -> Paint.RED;
            case '@' -> Paint.CYAN;
            default -> Paint.PLAIN;
        };
    }

    private static void append(Lines lines, UnifiedDiff.Line line) {
        String indent = INDENT + "  ";
        lines.line(indent
                + lines.style()
                        .paint(
                                paint(line),
                                Printable.line(
                                        line.printed().replace("\t", "    ").stripTrailing())));
    }

    private void reordered(Lines lines, DiffReport report) {
        if (report.reordered().isEmpty()) {
            return;
        }
        lines.line(Paint.YELLOW, "%s %s:".formatted(style.doubtful(), DiffWords.REORDERED));
        report.reordered()
                .forEach(object -> object.lines()
                        .forEach(line -> lines.line(
                                "    %s: %s".formatted(Printable.line(DiffWords.title(object)), values(line)))));
        lines.gap();
    }

    private void unseen(Lines lines, SideReport side) {
        if (side.unseen().isEmpty()) {
            return;
        }
        lines.line(
                Paint.YELLOW,
                "%s %s of %s that schemactl cannot see, and did not compare:"
                        .formatted(
                                style.doubtful(),
                                Words.count(side.unseen().size(), "object", "objects"),
                                Printable.line(side.name())));
        side.unseen().forEach(object -> lines.line("    " + Printable.line(object)));
        lines.gap();
    }
}
