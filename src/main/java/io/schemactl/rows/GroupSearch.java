package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Searches values for the columns of a group that satisfy its conditions.
 *
 * <p>The server says of many candidates at once which conditions each satisfies; the next candidates are the best ones, with those
 * columns changed that a violated condition is about.
 */
final class GroupSearch {

    private static final int FIRST_CANDIDATES = 10;
    private static final int CANDIDATES = 32;
    private static final int ROUNDS = 12;
    private static final int BEST = 6;
    private static final int ENOUGH = 4;

    private record Judged(Tuple tuple, List<Boolean> satisfied) {
        long violated() {
            return satisfied.stream().filter(yes -> !yes).count();
        }
    }

    private final TableShape shape;
    private final Drawing drawing;
    private final Judge judge;
    private final Random random;
    private final Drawing.Order order;
    private final Solver solver;
    private final Deque<Tuple> found = new ArrayDeque<>();

    GroupSearch(TableShape shape, Drawing drawing, Judge judge, Random random, Drawing.Order order) {
        this.shape = shape;
        this.drawing = drawing;
        this.judge = judge;
        this.random = random;
        this.order = order;
        this.solver = new Solver(shape, judge, random, order);
    }

    /** The next values; those that violate least if none satisfy all conditions. */
    Tuple next() throws SQLException {
        if (order.group().conditions().isEmpty()) {
            return drawing.draw(order);
        }
        if (found.isEmpty()) {
            search();
        }
        return found.removeFirst();
    }

    private void search() throws SQLException {
        List<Judged> best = new ArrayList<>();
        for (int round = 0; round < ROUNDS && found.size() < ENOUGH; round++) {
            List<Tuple> candidates = new ArrayList<>();
            for (int i = round == 0 ? CANDIDATES - FIRST_CANDIDATES : 0; i < CANDIDATES; i++) {
                Tuple fresh = drawing.draw(order);
                if (fresh.obstacle() != null) {
                    found.add(fresh);
                    return;
                }
                boolean isAnew = best.isEmpty() || i % 4 == 0;
                candidates.add(isAnew ? fresh : changed(best.get(random.nextInt(best.size())), fresh));
            }
            judge(solver.solve(candidates), best);
        }
        if (found.isEmpty()) {
            found.add(best.get(0).tuple());
        }
    }

    private void judge(List<Tuple> candidates, List<Judged> best) throws SQLException {
        List<List<Boolean>> verdicts = judge.verdicts(shape, order.group(), candidates);
        for (int i = 0; i < candidates.size(); i++) {
            var judged = new Judged(candidates.get(i), verdicts.get(i));
            if (judged.violated() == 0 && !found.contains(judged.tuple())) {
                found.add(judged.tuple());
            }
            best.add(judged);
        }
        best.sort(Comparator.comparingLong(Judged::violated));
        best.subList(Math.min(BEST, best.size()), best.size()).clear();
    }

    /** A good candidate with the values of another in some columns, all of those of a foreign key together. */
    private Tuple changed(Judged good, Tuple fresh) {
        Set<Identifier> changing = new HashSet<>();
        for (int i = 0; i < good.satisfied().size(); i++) {
            if (!good.satisfied().get(i)) {
                order.group().conditions().get(i).columns().stream()
                        .filter(column -> random.nextInt(3) > 0)
                        .forEach(changing::add);
            }
        }
        for (ForeignKey key : order.group().keys()) {
            if (key.columns().stream().anyMatch(changing::contains)) {
                changing.addAll(key.columns());
            }
        }
        Map<Identifier, Cell> cells = new LinkedHashMap<>(good.tuple().cells());
        changing.forEach(
                column -> Optional.ofNullable(fresh.cells().get(column)).ifPresent(cell -> cells.put(column, cell)));
        return new Tuple(cells, null);
    }
}
