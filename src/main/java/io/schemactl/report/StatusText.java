package io.schemactl.report;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.HistoryRow;
import io.schemactl.report.Table.Cell;
import io.schemactl.task.StatusReport;
import io.schemactl.task.StoryStatus;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes how the stories of a changelog stand. */
final class StatusText {

    private static final String INDENT = "  ";

    private final Style style;
    private final Places places;

    StatusText(Style style) {
        this.style = style;
        this.places = new Places(style.workingDirectory());
    }

    String of(StatusReport report) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        TargetText.appendEmbedded(lines, report.target());
        if (!report.stories().isEmpty()) {
            lines.gap().table(INDENT, stories(report.stories())).gap();
        }
        remarks(report).forEach(lines::line);
        return lines.line(summary(report)).toString();
    }

    private Table stories(List<StoryStatus> stories) {
        var table = new Table(List.of("", "story", "state", "applied at", "change sets"));
        for (StoryStatus story : stories) {
            table.row(
                    mark(story.state()),
                    Cell.of(story.name()),
                    Cell.of(words(story.state())),
                    Cell.of(Paint.DIM, appliedAt(story)),
                    Cell.of(changeSets(story)));
        }
        return table;
    }

    private static String appliedAt(StoryStatus story) {
        return story.changeSets().stream()
                .map(ChangeSetStatus::row)
                .filter(Objects::nonNull)
                .map(HistoryRow::executed)
                .max(Comparator.<LocalDateTime>naturalOrder())
                .map(Words::moment)
                .orElse("");
    }

    private static String changeSets(StoryStatus story) {
        long recorded = story.changeSets().stream()
                .filter(changeSet -> changeSet.row() != null)
                .count();
        return "%,d of %,d".formatted(recorded, story.changeSets().size());
    }

    /** What the table has no room for: single change sets that are not as one would expect. */
    private List<String> remarks(StatusReport report) {
        List<String> remarks = new ArrayList<>();
        for (StoryStatus story : report.stories()) {
            for (ChangeSetStatus changeSet : story.changeSets()) {
                remark(story, changeSet, remarks);
            }
        }
        report.unknown().forEach(row -> remarks.add(unknown(row)));
        if (report.stockLock() != null) {
            remarks.add(warning(report.stockLock().describe()));
        }
        if (!remarks.isEmpty()) {
            remarks.add("");
        }
        return remarks;
    }

    private void remark(StoryStatus story, ChangeSetStatus changeSet, List<String> remarks) {
        ChangeSetEntry entry = changeSet.entry();
        String where = " (%s)".formatted(places.clickable(entry.position()));
        switch (changeSet.state()) {
            case APPLIED -> {}
            case CHANGED ->
                remarks.add(warning(entry.label() + " has another text than the one that was applied") + where);
            case RERUN -> remarks.add(note(entry.label() + " was applied and runs again") + where);
            case PENDING -> {
                if (changeSet.isOutOfOrder()) {
                    remarks.add(warning(entry.label() + " is pending and stands before change sets that are applied")
                            + where);
                } else if (story.state() == StoryStatus.State.PARTLY_APPLIED) {
                    remarks.add(note(entry.label() + " is pending") + where);
                }
            }
            case FILTERED -> remarks.add(note(filtered(entry)) + where);
        }
    }

    private static String filtered(ChangeSetEntry entry) {
        String why = entry.filteredBecause() == null ? "" : ": " + entry.filteredBecause();
        return entry.label() + " is not for this database" + why;
    }

    private String unknown(HistoryRow row) {
        return warning("change set %s by %s of %s is applied (%s), but not in the changelog"
                .formatted(row.id().id(), row.id().author(), row.id().file(), Words.moment(row.executed())));
    }

    private String warning(String words) {
        return "%s%s %s".formatted(INDENT, style.paint(Paint.YELLOW, style.doubtful()), Printable.line(words));
    }

    private String note(String words) {
        return "%s%s %s".formatted(INDENT, style.paint(Paint.DIM, style.passedOver()), Printable.line(words));
    }

    private static String summary(StatusReport report) {
        if (report.stories().isEmpty()) {
            return "the changelog has no stories";
        }
        Map<StoryStatus.State, Integer> counts = new EnumMap<>(StoryStatus.State.class);
        report.stories().forEach(story -> counts.merge(story.state(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        parts.add("%,d of %s applied"
                .formatted(
                        counts.getOrDefault(StoryStatus.State.APPLIED, 0),
                        Words.stories(report.stories().size())));
        counts.forEach((state, count) -> {
            if (state != StoryStatus.State.APPLIED) {
                parts.add("%d %s".formatted(count, words(state)));
            }
        });
        return String.join(", ", parts) + (hasWork(report) ? "; `schemactl upgrade` applies what is pending" : "");
    }

    private static boolean hasWork(StatusReport report) {
        Set<ChangeSetState> states = report.stories().stream()
                .flatMap(story -> story.changeSets().stream())
                .map(ChangeSetStatus::state)
                .collect(Collectors.toSet());
        // An upgrade refuses to begin while a change set differs from what was applied.
        return !states.contains(ChangeSetState.CHANGED)
                && (states.contains(ChangeSetState.PENDING) || states.contains(ChangeSetState.RERUN));
    }

    private Cell mark(StoryStatus.State state) {
        return switch (state) {
            case APPLIED -> Cell.of(Paint.GREEN, style.good());
            case PENDING, PARTLY_APPLIED -> Cell.of(Paint.YELLOW, style.begun());
            case CHANGED -> Cell.of(Paint.RED, style.bad());
            case FILTERED -> Cell.of(Paint.DIM, style.passedOver());
        };
    }

    static String words(StoryStatus.State state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PARTLY_APPLIED -> "partly applied";
            case PENDING -> "pending";
            case CHANGED -> "changed since applied";
            case FILTERED -> "not for this database";
        };
    }
}
