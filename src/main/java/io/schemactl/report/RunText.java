package io.schemactl.report;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.report.Table.Cell;
import io.schemactl.task.LostData;
import io.schemactl.task.RollbackReport;
import io.schemactl.task.UpgradeReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes what became of change sets. */
final class RunText {

    private static final String INDENT = "  ";

    private final Style style;

    RunText(Style style) {
        this.style = style;
    }

    String upgrade(UpgradeReport report) {
        return run(report, RunText::words, true);
    }

    /** A stamp's outcomes have other words, as nothing ran. */
    String stamp(UpgradeReport report) {
        return run(report, RunText::stampWords, false);
    }

    private String run(UpgradeReport report, Function<Outcome, String> words, boolean hasRun) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        results(lines, report.results(), words, hasRun);
        return lines.line(summary(report, words)).toString();
    }

    private static String summary(UpgradeReport report, Function<Outcome, String> words) {
        if (report.total() == 0 && report.results().isEmpty()) {
            return "nothing to do: the changelog has no change sets for this database";
        }
        if (report.results().isEmpty()) {
            return "nothing to do: %,d of %s applied".formatted(report.applied(), Words.changeSets(report.total()));
        }
        return "%s in %s; %,d of %,d applied"
                .formatted(
                        outcomes(report.results(), words), Words.took(report.took()), report.applied(), report.total());
    }

    String rollback(RollbackReport report) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        results(lines, report.results(), RunText::words, true);
        String remaining = report.remaining() == 0
                ? "no change set is applied now"
                : "%d still applied".formatted(report.remaining());
        String lost = report.lost().isEmpty() ? "" : "; lost: " + LostText.summary(report.lost());
        String summary = report.results().isEmpty()
                ? "nothing to do; " + remaining
                : "%s in %s; %s%s"
                        .formatted(
                                outcomes(report.results(), RunText::words), Words.took(report.took()), remaining, lost);
        return lines.line(summary).toString();
    }

    String lost(List<LostData> lost) {
        return new LostText(style).of(lost);
    }

    String begins(ChangeSetEntry entry) {
        return new Lines(style)
                .line("%s%s %s".formatted(INDENT, style.paint(Paint.DIM, style.begun()), Printable.line(name(entry))))
                .toString();
    }

    String ended(ChangeSetResult result) {
        var lines = new Lines(style);
        results(lines, List.of(result), RunText::words, true);
        return lines.toString();
    }

    private void results(Lines lines, List<ChangeSetResult> results, Function<Outcome, String> words, boolean hasRun) {
        var table = new Table();
        for (ChangeSetResult result : results) {
            ChangeSetEntry entry = result.entry();
            table.row(
                    Cell.of(paint(result.outcome()), mark(result.outcome())),
                    Cell.of(entry.story()),
                    Cell.of(
                            entry.id().id().equals(entry.story())
                                    ? ""
                                    : entry.id().id()),
                    Cell.of(words.apply(result.outcome())),
                    Cell.of(Paint.DIM, hasRun ? Words.took(result.took()) : ""),
                    Cell.of(Paint.YELLOW, result.note() == null ? "" : result.note()));
        }
        lines.table(INDENT, table);
    }

    private static String name(ChangeSetEntry entry) {
        String id = entry.id().id();
        return id.equals(entry.story()) ? id : entry.story() + "  " + id;
    }

    /** Such as {@code 3 change sets applied, 1 skipped}. */
    private static String outcomes(List<ChangeSetResult> results, Function<Outcome, String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        results.stream()
                .map(ChangeSetResult::outcome)
                .sorted()
                .forEach(outcome -> counts.merge(words.apply(outcome), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) ->
                parts.add((parts.isEmpty() ? Words.changeSets(count) : Integer.toString(count)) + " " + outcome));
        return String.join(", ", parts);
    }

    private String mark(Outcome outcome) {
        return switch (outcome) {
            case APPLIED, MARKED_RAN, ROLLED_BACK, UNMARKED -> style.good();
            case SKIPPED -> style.passedOver();
            case FAILED -> style.bad();
        };
    }

    private static Paint paint(Outcome outcome) {
        return switch (outcome) {
            case APPLIED, MARKED_RAN, ROLLED_BACK, UNMARKED -> Paint.GREEN;
            case SKIPPED -> Paint.YELLOW;
            case FAILED -> Paint.RED;
        };
    }

    /** What a person calls an outcome. */
    static String words(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> "applied";
            case MARKED_RAN -> "marked as run";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
            case ROLLED_BACK -> "rolled back";
            case UNMARKED -> "record removed";
        };
    }

    private static String stampWords(Outcome outcome) {
        return switch (outcome) {
            case APPLIED, MARKED_RAN -> "recorded as applied";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
            case ROLLED_BACK, UNMARKED -> "recorded as not applied";
        };
    }
}
