package io.schemactl.diff.plan;

import io.schemactl.catalog.Kind;
import io.schemactl.sql.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts routines after what their bodies mention: PostgreSQL knows no dependencies of a body that is a string, but checks it when the
 * routine is made. It is only a wish, as bodies may mention each other.
 */
final class Mentions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final List<Placed> steps;

    /** The steps that make something, by its name and that of the table or view that it is a part of. */
    private final Map<String, List<Integer>> makers = new HashMap<>();

    Mentions(List<Placed> steps) {
        this.steps = steps;
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).step().makes().isEmpty()) {
                add(steps.get(i).key().name(), i);
                Identifier relation = steps.get(i).key().relation();
                if (relation != null) {
                    add(relation, i);
                }
            }
        }
    }

    private void add(Identifier name, int index) {
        makers.computeIfAbsent(name.name(), key -> new ArrayList<>()).add(index);
    }

    /** Adds to the steps that follow on each step those that mention what it makes, unless that were a circle. */
    void connect(List<Set<Integer>> followers) {
        for (int i = 0; i < steps.size(); i++) {
            Placed placed = steps.get(i);
            if (placed.key().kind() != Kind.ROUTINE || placed.step().makes().isEmpty()) {
                continue;
            }
            int routine = i;
            Set<Integer> later = reachable(routine, followers);
            words(placed).stream()
                    .flatMap(word -> makers.getOrDefault(word, List.of()).stream())
                    .filter(maker -> !later.contains(maker))
                    .forEach(maker -> followers.get(maker).add(routine));
        }
    }

    private static Set<String> words(Placed placed) {
        return placed.step().statements().stream()
                .flatMap(statement -> WORD.matcher(statement.sql()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** A step and all that must come after it. */
    private static Set<Integer> reachable(int start, List<Set<Integer>> followers) {
        Set<Integer> found = new HashSet<>(Set.of(start));
        var open = new ArrayDeque<Integer>(Set.of(start));
        while (!open.isEmpty()) {
            for (int follower : followers.get(open.remove())) {
                if (found.add(follower)) {
                    open.add(follower);
                }
            }
        }
        return found;
    }
}
