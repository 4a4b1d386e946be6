package io.schemactl.lint;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that a statement changed.
 *
 * @param from the table before
 * @param to the table after
 */
public record TableChange(Table from, Table to) {

    /**
     * A column that a statement changed.
     *
     * @param from the column before
     * @param to the column after
     */
    public record ColumnChange(Column from, Column to) {}

    /** The table's name after the statement. */
    public QualifiedName name() {
        return to.name();
    }

    /** The column that was renamed, since one statement renames one. */
    public Optional<ColumnChange> renamed() {
        if (from.columns().size() != to.columns().size()) {
            return Optional.empty();
        }
        List<ColumnChange> others = IntStream.range(0, from.columns().size())
                .mapToObj(i ->
                        new ColumnChange(from.columns().get(i), to.columns().get(i)))
                .filter(pair -> !pair.from().name().equals(pair.to().name()))
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** The columns that are gone. */
    public List<Column> dropped() {
        return renamed().isPresent() ? List.of() : missing(from, to);
    }

    /** The columns that are new. */
    public List<Column> added() {
        return renamed().isPresent() ? List.of() : missing(to, from);
    }

    private static List<Column> missing(Table whole, Table other) {
        return whole.columns().stream()
                .filter(column -> other.findColumn(column.name()).isEmpty())
                .toList();
    }

    /** The columns that are there before and after, and differ. */
    public List<ColumnChange> altered() {
        var altered = new ArrayList<ColumnChange>();
        for (Column old : from.columns()) {
            to.findColumn(old.name())
                    .filter(column -> !column.equals(old))
                    .ifPresent(column -> altered.add(new ColumnChange(old, column)));
        }
        return altered;
    }

    /** The columns whose type differs. */
    public Stream<ColumnChange> retyped() {
        return altered().stream()
                .filter(column -> !column.from().type().equals(column.to().type()));
    }
}
