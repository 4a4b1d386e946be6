package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives columns the values that equations demand, such as a total that must be a sum: chance does not find those. */
final class Solver {

    private static final int MOST_REFUSALS = 3;

    private final TableShape shape;
    private final Judge judge;
    private final Random random;
    private final Drawing.Order order;
    private final List<List<Equation>> equations = new ArrayList<>();
    private final Map<Equation, Integer> refusals = new HashMap<>();

    Solver(TableShape shape, Judge judge, Random random, Drawing.Order order) {
        this.shape = shape;
        this.judge = judge;
        this.random = random;
        this.order = order;
        Set<Identifier> free = free(order);
        for (Condition condition : order.group().conditions()) {
            List<Equation> solved = Equations.of(condition.expression(), free).stream()
                    .filter(this::isOfColumns)
                    .toList();
            if (!solved.isEmpty()) {
                equations.add(new ArrayList<>(solved));
            }
        }
    }

    /** Whether an equation is not with a constant, which is drawn anyway. */
    private boolean isOfColumns(Equation equation) {
        List<Identifier> names = new ArrayList<>(shape.generated().keySet());
        order.group().columns().forEach(column -> names.add(column.name()));
        return !Condition.mentioned(equation.expression(), names).isEmpty();
    }

    /** The columns whose values nothing else prescribes. */
    private static Set<Identifier> free(Drawing.Order order) {
        Set<Identifier> free = new LinkedHashSet<>();
        order.group().columns().stream()
                .filter(column -> column.supply() == ColumnPlan.Supply.DRAWN)
                .map(ColumnPlan::name)
                .filter(name -> !order.forced().containsKey(name))
                .forEach(free::add);
        order.group().keys().forEach(key -> free.removeAll(key.columns()));
        return free;
    }

    /** The candidates, some of them changed so that they are solutions. */
    List<Tuple> solve(List<Tuple> candidates) throws SQLException {
        if (equations.isEmpty()) {
            return candidates;
        }
        List<Tuple> unchanged = candidates.subList(0, candidates.size() / 4);
        List<Tuple> solved = candidates.subList(unchanged.size(), candidates.size());
        List<List<Equation>> shuffled = new ArrayList<>(equations);
        Collections.shuffle(shuffled, random);
        for (List<Equation> ways : shuffled) {
            if (!ways.isEmpty()) {
                solved = applied(ways, ways.get(random.nextBoolean() ? 0 : random.nextInt(ways.size())), solved);
            }
        }
        List<Tuple> all = new ArrayList<>(unchanged);
        all.addAll(solved);
        return all;
    }

    private List<Tuple> applied(List<Equation> ways, Equation way, List<Tuple> candidates) throws SQLException {
        ColumnPlan column = order.group().columns().stream()
                .filter(each -> each.name().equals(way.column()))
                .findFirst()
                .orElseThrow();
        Optional<List<@Nullable String>> values = judge.values(shape, order.group(), candidates, way, column);
        if (values.isEmpty()) {
            refuse(ways, way);
            return candidates;
        }
        List<Tuple> changed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            changed.add(with(candidates.get(i), column.name(), values.get().get(i)));
        }
        return changed;
    }

    /** What the server cannot compute again and again is no solution. */
    private void refuse(List<Equation> ways, Equation way) {
        if (refusals.merge(way, 1, Integer::sum) >= MOST_REFUSALS) {
            ways.remove(way);
        }
    }

    private static Tuple with(Tuple tuple, Identifier column, @Nullable String value) {
        if (value == null || Cell.NULL.equals(tuple.cells().get(column))) {
            return tuple;
        }
        Map<Identifier, Cell> cells = new LinkedHashMap<>(tuple.cells());
        cells.put(column, Cell.of(value));
        return new Tuple(cells, null);
    }
}
