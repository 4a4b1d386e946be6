package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws what the columns of a group are given; whether conditions hold of it is not asked here. */
final class Drawing {

    private final Values values;
    private final References references;
    private final Random random;

    Drawing(Values values, References references, Random random) {
        this.values = values;
        this.references = references;
        this.random = random;
    }

    /**
     * What to draw.
     *
     * @param group the columns
     * @param mode which of them to fill
     * @param forced what some of them must be given
     * @param suggested the values that the group's conditions suggest, by column
     */
    record Order(Group group, Mode mode, Map<Identifier, Cell> forced, Map<Identifier, List<String>> suggested) {}

    Tuple draw(Order order) throws SQLException {
        Map<Identifier, Cell> cells = new LinkedHashMap<>();
        for (ColumnPlan column : order.group().columns()) {
            Cell forced = order.forced().get(column.name());
            if (forced != null) {
                cells.put(column.name(), forced);
            }
        }
        for (ForeignKey key : order.group().keys()) {
            String obstacle = refer(key, order, cells);
            if (obstacle != null) {
                return new Tuple(cells, obstacle);
            }
        }
        for (ColumnPlan column : order.group().columns()) {
            if (!cells.containsKey(column.name())) {
                Optional<Cell> cell = cell(column, order, cells);
                if (cell.isEmpty()) {
                    return new Tuple(
                            cells,
                            "no value is known for column %s of type %s"
                                    .formatted(column.name(), column.type().written()));
                }
                cells.put(column.name(), cell.get());
            }
        }
        return new Tuple(cells, null);
    }

    /** Gives a foreign key's columns a key to refer to, or NULL; says what is in the way. */
    private @Nullable String refer(ForeignKey key, Order order, Map<Identifier, Cell> cells) throws SQLException {
        List<ColumnPlan> columns = order.group().columns().stream()
                .filter(column -> key.columns().contains(column.name()))
                .toList();
        List<List<String>> tuples = references.to(key).stream()
                .filter(tuple -> agrees(key, tuple, cells))
                .toList();
        boolean mayBeNull = key.match() == ForeignKey.Match.FULL
                ? columns.stream().noneMatch(ColumnPlan::required)
                : columns.stream().anyMatch(column -> !column.required() && !cells.containsKey(column.name()));
        boolean isNull = tuples.isEmpty()
                || order.mode() == Mode.SPARSE
                || (order.mode() == Mode.MIXED && random.nextInt(4) == 0);
        if (mayBeNull && isNull) {
            columns.stream()
                    .filter(column -> !column.required())
                    .forEach(column -> cells.putIfAbsent(column.name(), Cell.NULL));
            return null;
        }
        if (tuples.isEmpty()) {
            boolean hasNull = columns.stream().anyMatch(column -> Cell.NULL.equals(cells.get(column.name())));
            return hasNull
                    ? null
                    : "foreign key %s finds no row in %s to refer to".formatted(key.name(), key.referenced());
        }
        List<String> tuple = tuples.get(random.nextInt(tuples.size()));
        for (int i = 0; i < tuple.size(); i++) {
            cells.put(key.columns().get(i), Cell.of(tuple.get(i)));
        }
        return null;
    }

    private static boolean agrees(ForeignKey key, List<String> tuple, Map<Identifier, Cell> cells) {
        for (int i = 0; i < tuple.size(); i++) {
            Cell cell = cells.get(key.columns().get(i));
            if (cell != null && !tuple.get(i).equals(cell.text())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Cell> cell(ColumnPlan column, Order order, Map<Identifier, Cell> cells) throws SQLException {
        if (column.supply() != ColumnPlan.Supply.DRAWN) {
            return Optional.of(Cell.DEFAULT);
        }
        boolean hasDefault = column.defaultExpression() != null;
        if (order.mode() == Mode.SPARSE && !(column.required() && !hasDefault)) {
            return Optional.of(column.required() ? Cell.DEFAULT : Cell.NULL);
        }
        if (order.mode() == Mode.MIXED && !column.required() && random.nextInt(4) == 0) {
            return Optional.of(Cell.NULL);
        }
        if (order.mode() == Mode.MIXED && hasDefault && random.nextInt(3) == 0) {
            return Optional.of(Cell.DEFAULT);
        }
        Optional<Cell> neighbour = neighbour(column, order, cells);
        if (neighbour.isPresent()) {
            return neighbour;
        }
        Optional<Cell> drawn = value(column, order).map(Cell::of);
        if (drawn.isEmpty() && !column.required()) {
            return Optional.of(Cell.NULL);
        }
        return drawn.isEmpty() && hasDefault ? Optional.of(Cell.DEFAULT) : drawn;
    }

    /** Now and then the value of another column of the same type: conditions compare columns with each other. */
    private Optional<Cell> neighbour(ColumnPlan column, Order order, Map<Identifier, Cell> cells) {
        if (order.group().conditions().isEmpty() || random.nextInt(8) > 0) {
            return Optional.empty();
        }
        return order.group().columns().stream()
                .filter(other -> other.type().equals(column.type()))
                .map(other -> cells.get(other.name()))
                .filter(cell -> cell != null && cell.isValue())
                .findFirst();
    }

    private Optional<String> value(ColumnPlan column, Order order) throws SQLException {
        List<String> suggested = order.suggested().getOrDefault(column.name(), List.of());
        return suggested.isEmpty() && order.group().conditions().isEmpty()
                ? values.draw(column.type().use())
                : values.drawFor(column.type().use(), suggested);
    }

    /** The values that conditions suggest for the columns of a group. */
    Map<Identifier, List<String>> suggestions(Group group, Hints more) throws SQLException {
        if (group.conditions().isEmpty() && more.equals(Hints.NONE)) {
            return Map.of();
        }
        Map<Identifier, List<String>> suggested = new LinkedHashMap<>();
        for (ColumnPlan column : group.columns()) {
            Hints hints = Hints.of(group.conditions().stream()
                            .filter(condition -> condition.columns().contains(column.name()))
                            .map(Condition::expression)
                            .toList())
                    .and(more);
            suggested.put(column.name(), values.suggestions(column.type().use(), hints));
        }
        return suggested;
    }
}
