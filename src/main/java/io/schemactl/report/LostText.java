package io.schemactl.report;

import io.schemactl.report.Table.Cell;
import io.schemactl.task.LostData;
import java.util.ArrayList;
import java.util.List;

/** Writes what a rollback destroys. */
final class LostText {

    private static final int LONGEST_STATEMENT = 100;

    private final Style style;

    LostText(Style style) {
        this.style = style;
    }

    String of(List<LostData> lost) {
        var lines = new Lines(style);
        if (lost.isEmpty()) {
            return lines.line("no rows or values will be lost").toString();
        }
        lines.line(Paint.YELLOW, "will be lost:");
        var table = new Table();
        lost.stream()
                .filter(data -> data.statement() == null)
                .forEach(data -> table.row(
                        Cell.of(Paint.BOLD, amount(data)),
                        Cell.of("of " + data.object()),
                        Cell.of(Paint.DIM, "change set " + data.changeSet())));
        lines.table("  ", table);
        for (LostData data : lost) {
            if (data.statement() != null) {
                lines.line("  %s by change set %s, with"
                        .formatted(style.paint(Paint.BOLD, amount(data)), Printable.line(data.changeSet())));
                lines.line("    " + oneLine(data.statement()));
            }
        }
        return lines.toString();
    }

    /** Such as {@code rows of 2 tables, values of 1 column}. */
    static String summary(List<LostData> lost) {
        List<String> parts = new ArrayList<>();
        long tables = count(lost, LostData.Kind.ROWS);
        if (tables > 0) {
            parts.add("rows of " + Words.count(tables, "table", "tables"));
        }
        long columns = count(lost, LostData.Kind.VALUES);
        if (columns > 0) {
            parts.add("values of " + Words.count(columns, "column", "columns"));
        }
        long statements = count(lost, LostData.Kind.UNKNOWN);
        if (statements > 0) {
            parts.add("what " + Words.count(statements, "statement", "statements") + " removed");
        }
        return String.join(", ", parts);
    }

    private static long count(List<LostData> lost, LostData.Kind kind) {
        return lost.stream().filter(data -> data.kind() == kind).count();
    }

    private static String amount(LostData data) {
        if (data.amount() == null) {
            return "an unknown amount";
        }
        String about = data.isEstimate() ? "about " : "";
        return about
                + switch (data.kind()) {
                    case ROWS -> Words.count(data.amount(), "row", "rows");
                    case VALUES -> Words.count(data.amount(), "value", "values");
                    case UNKNOWN -> Words.count(data.amount(), "row or value", "rows or values");
                };
    }

    private String oneLine(String statement) {
        String line = Printable.line(statement.strip().replaceAll("\\s+", " "));
        return Columns.shortened(line, LONGEST_STATEMENT, style.ellipsis());
    }
}
