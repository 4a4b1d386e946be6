package io.schemactl.report;

import io.schemactl.report.Table.Cell;
import io.schemactl.task.HistoryReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes who applied or took back what, when, and how long it took. */
final class HistoryText {

    private final Style style;

    HistoryText(Style style) {
        this.style = style;
    }

    String of(HistoryReport report) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        if (report.items().isEmpty()) {
            return lines.line("nothing was applied yet").toString();
        }
        var table = new Table(List.of("when (UTC)", "what", "change set", "file", "took", "by", "tag"));
        report.items().forEach(item -> row(table, item));
        lines.gap().table("  ", table);
        boolean hasStockRows = report.items().stream().anyMatch(item -> item.user() == null);
        if (hasStockRows) {
            lines.gap();
            lines.line(
                    "Rows without a person were written by another tool, or by a role that does not own the history; their time is its session's.");
        }
        return lines.toString();
    }

    private static void row(Table table, HistoryReport.Item item) {
        table.row(
                Cell.of(Paint.DIM, moment(item.when())),
                Cell.of(RunText.words(item.outcome())),
                Cell.of("%s by %s".formatted(item.id(), item.author())),
                Cell.of(item.file()),
                Cell.of(
                        Paint.DIM,
                        item.milliseconds() == null ? "" : Words.took(Duration.ofMillis(item.milliseconds()))),
                Cell.of(by(item.user(), item.client())),
                Cell.of(item.tag() == null ? "" : item.tag()));
    }

    private static String by(@Nullable String user, @Nullable String client) {
        if (user == null) {
            return client == null ? "" : client;
        }
        return client == null ? user : "%s (%s)".formatted(user, client);
    }

    /** The moment to the second; a text that is not ISO 8601 stays as it is, as a person may have edited the table. */
    private static String moment(String when) {
        try {
            return Words.moment(LocalDateTime.ofInstant(Instant.parse(when), ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return when;
        }
    }
}
