package io.schemactl.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells that stand below each other; a column without any text is left out. */
final class Table {

    /** A text, made printable, with its colour. */
    record Cell(Paint paint, String text) {
        static Cell of(String text) {
            return new Cell(Paint.PLAIN, Printable.line(text));
        }

        static Cell of(Paint paint, String text) {
            return new Cell(paint, Printable.line(text));
        }
    }

    private static final String GAP = "  ";
    private static final int NARROW = 20;

    private final List<Cell> head;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A table without a head. */
    Table() {
        this(List.of());
    }

    /** A table with a head. */
    Table(List<String> head) {
        this.head = head.stream().map(name -> Cell.of(Paint.DIM, name)).toList();
    }

    /** Adds a row. */
    Table row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The rows as lines not wider than a width; the widest column is made narrower, and its texts take several lines. */
    List<String> rows(Style style, int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths =
                IntStream.range(0, columns).map(column -> width(rows, column)).toArray();
        int gaps = (int) IntStream.of(widths).filter(each -> each > 0).count() - 1;
        int all = IntStream.of(widths).sum() + Math.max(0, gaps) * GAP.length();
        if (all <= width) {
            return rows(style);
        }
        int widest = IntStream.range(0, columns)
                .reduce((one, other) -> widths[one] >= widths[other] ? one : other)
                .orElse(0);
        var narrow = new Table();
        int left = Math.max(NARROW, widths[widest] - (all - width));
        rows.forEach(row -> narrow.rows.addAll(wrapped(row, widest, left)));
        return narrow.rows(style);
    }

    private static List<List<Cell>> wrapped(List<Cell> row, int column, int width) {
        if (column >= row.size()) {
            return List.of(row);
        }
        Cell wide = row.get(column);
        List<List<Cell>> all = new ArrayList<>();
        for (String line : Columns.wrapped(wide.text(), width)) {
            List<Cell> next = new ArrayList<>(all.isEmpty() ? row : Collections.nCopies(row.size(), Cell.of("")));
            next.set(column, new Cell(wide.paint(), line));
            all.add(next);
        }
        return all;
    }

    /** The rows as lines. */
    List<String> rows(Style style) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths =
                IntStream.range(0, columns).map(column -> width(rows, column)).toArray();
        List<List<Cell>> all = new ArrayList<>(rows);
        if (!head.isEmpty()) {
            all.add(0, head);
        }
        for (int column = 0; column < columns; column++) {
            widths[column] = widths[column] == 0 ? 0 : width(all, column);
        }
        return all.stream().map(row -> text(style, row, widths)).toList();
    }

    private static int width(List<List<Cell>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> Columns.of(row.get(column).text()))
                .max()
                .orElse(0);
    }

    private static String text(Style style, List<Cell> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size() && column < widths.length; column++) {
            if (widths[column] > 0) {
                Cell cell = row.get(column);
                int behind = widths[column] - Columns.of(cell.text());
                line.append(line.isEmpty() ? "" : GAP)
                        .append(style.paint(cell.paint(), cell.text()))
                        .append(" ".repeat(behind));
            }
        }
        return line.toString().stripTrailing();
    }
}
