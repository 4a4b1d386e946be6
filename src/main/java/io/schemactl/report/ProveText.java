package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.prove.Grade;
import io.schemactl.prove.Loss;
import io.schemactl.prove.StoryProof;
import io.schemactl.prove.TestResult;
import io.schemactl.report.Table.Cell;
import io.schemactl.task.ProveReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was proven of a changelog. */
final class ProveText {

    private final Style style;

    ProveText(Style style) {
        this.style = style;
    }

    String of(ProveReport report) {
        var lines = new Lines(style);
        lines.line("%s: %s, PostgreSQL %s"
                .formatted(
                        Printable.line(report.target()),
                        new Places(style.workingDirectory()).path(report.changelog()),
                        Printable.line(report.serverVersion())));
        var table = new Table();
        report.stories()
                .forEach(story -> table.row(
                        Cell.of(story.isGood() ? Paint.GREEN : Paint.RED, story.isGood() ? style.good() : style.bad()),
                        Cell.of(story.story()),
                        Cell.of(paint(story.grade()), words(story.grade())),
                        Cell.of(tests(story)),
                        Cell.of(Paint.DIM, Words.took(story.took()))));
        lines.table("  ", table);
        for (StoryProof story : report.stories()) {
            losses(lines, story);
        }
        notes(lines, report);
        new FindingLines(style, "whole changelog").append(lines, report.findings());
        return lines.line(report.isGood() ? Paint.GREEN : Paint.RED, summary(report))
                .toString();
    }

    private static Paint paint(Grade grade) {
        return switch (grade) {
            case EXACT -> Paint.GREEN;
            case LOSES_DATA -> Paint.YELLOW;
            case NOT_EXACT, IMPOSSIBLE, NOT_TRIED -> Paint.RED;
        };
    }

    /** A grade in words. */
    static String words(Grade grade) {
        return switch (grade) {
            case EXACT -> "rollback exact";
            case LOSES_DATA -> "rollback exact, loses data";
            case NOT_EXACT -> "rollback not exact";
            case IMPOSSIBLE -> "rollback impossible";
            case NOT_TRIED -> "not applicable";
        };
    }

    private static String shortly(Grade grade) {
        return switch (grade) {
            case EXACT -> "exact";
            case LOSES_DATA -> "exact but for lost data";
            case NOT_EXACT -> "not exact";
            case IMPOSSIBLE -> "impossible";
            case NOT_TRIED -> "not applicable";
        };
    }

    private static String tests(StoryProof story) {
        long passed = story.tests().stream().filter(TestResult::passed).count();
        String expected = Words.count(story.expectations(), "expectation", "expectations");
        return story.tests().isEmpty()
                ? expected
                : "%s, %d of %s passed"
                        .formatted(expected, passed, Words.count(story.tests().size(), "test", "tests"));
    }

    private void losses(Lines lines, StoryProof story) {
        if (!story.losses().isEmpty()) {
            lines.gap().line(Paint.YELLOW, "  the rollback of %s loses".formatted(Printable.line(story.story())));
            story.losses().forEach(loss -> lines.line("    " + Printable.line(words(loss))));
        }
    }

    /** A loss in words, with what there was on the shadow. */
    static String words(Loss loss) {
        return switch (loss.kind()) {
            case ROWS -> "the rows of %s (%s here)".formatted(loss.object(), amount(loss, "row", "rows"));
            case VALUES -> "the values of %s (%s here)".formatted(loss.object(), amount(loss, "value", "values"));
            case DELETED_ROWS ->
                "the rows of %s that the story deletes (%s here)"
                        .formatted(loss.object(), Words.count(loss.amount(), "row", "rows"));
            case CHANGED_VALUES ->
                "the values of %s that the story changes (in %s here)"
                        .formatted(loss.object(), Words.count(loss.amount(), "row", "rows"));
            case POSITION ->
                "where sequence %s stood, which the story drops (at %d here)".formatted(loss.object(), loss.amount());
            case LARGE_OBJECT -> "what %s held, which the story changes".formatted(loss.object());
        };
    }

    private static String amount(Loss loss, String one, String many) {
        return loss.amount() == 0 ? "none" : Words.count(loss.amount(), one, many);
    }

    private void notes(Lines lines, ProveReport report) {
        List<String> notes = report.stories().stream()
                .flatMap(story -> story.notes().stream().map(note -> story.story() + ": " + note))
                .distinct()
                .toList();
        if (!notes.isEmpty()) {
            lines.gap();
            notes.forEach(note -> lines.line(Paint.DIM, "  note: " + Printable.line(note)));
        }
        if (report.findings().isEmpty()) {
            lines.gap();
        }
    }

    /** The whole of it in one line. */
    static String summary(ProveReport report) {
        if (report.stories().isEmpty() && report.isGood()) {
            return nothing(report);
        }
        var parts = new ArrayList<String>();
        for (Grade grade : Grade.values()) {
            long count = report.stories().stream()
                    .filter(story -> story.grade() == grade)
                    .count();
            if (count > 0) {
                parts.add("%d %s".formatted(count, shortly(grade)));
            }
        }
        List<TestResult> tests = report.stories().stream()
                .flatMap(story -> story.tests().stream())
                .toList();
        if (!tests.isEmpty()) {
            parts.add("%d of %s passed"
                    .formatted(
                            tests.stream().filter(TestResult::passed).count(),
                            Words.count(tests.size(), "test", "tests")));
        }
        if (report.isWhole()) {
            parts.add(report.chain().isEmpty() ? "down to nothing and up again" : "the chain as a whole is wrong");
        }
        List<Finding> findings = report.findings();
        String verdict = report.isGood()
                ? "proven: "
                : "not proven: " + (findings.isEmpty() ? "" : FindingWords.counts(findings) + "; ");
        return "%s%s: %s (%s)"
                .formatted(
                        verdict,
                        Words.stories(report.stories().size()),
                        String.join(", ", parts),
                        Words.took(report.took()));
    }

    private static String nothing(ProveReport report) {
        return "nothing to prove: %s (%s)"
                .formatted(
                        report.isWhole()
                                ? "the changelog has no change sets that are meant for such a database"
                                : "no story is new or changed",
                        Words.took(report.took()));
    }

    /** The grades of stories, a line each, with what is lost. */
    static List<String> grades(ProveReport report) {
        return report.stories().stream()
                .map(story -> "%s: %s%s"
                        .formatted(
                                story.story(),
                                words(story.grade()),
                                story.losses().isEmpty()
                                        ? ""
                                        : ": "
                                                + story.losses().stream()
                                                        .map(ProveText::words)
                                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    /** What is proven of stories, a line each: what holds of each that has no error. */
    static List<String> passed(ProveReport report) {
        return report.stories().stream()
                .flatMap(story -> Stream.concat(
                        story.isGood()
                                ? Stream.of("%s: %s".formatted(story.story(), words(story.grade())))
                                : Stream.of(),
                        story.tests().stream()
                                .filter(TestResult::passed)
                                .map(test -> "%s: %s".formatted(story.story(), test.name()))))
                .toList();
    }
}
