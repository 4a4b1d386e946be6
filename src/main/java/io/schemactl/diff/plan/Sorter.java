package io.schemactl.diff.plan;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.ddl.Step;
import io.schemactl.diff.ddl.TypeReplacement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts steps into an order in which each finds what it needs, and nothing is taken away that is still needed. */
final class Sorter {

    /** Drops first, dependents before what they need; then changes; then what is new, what is needed before dependents. */
    private static final Comparator<Placed> PREFERENCE = Comparator.comparing(Placed::phase)
            .thenComparing(placed -> placed.key().kind(), Comparator.naturalOrder())
            .thenComparing(Placed::key)
            .thenComparing(Placed::place);

    private final List<Placed> steps;
    private final Needs before;
    private final Needs after;
    private final Map<Part, List<Integer>> makers = new HashMap<>();
    private final Map<Part, List<Integer>> takers = new HashMap<>();
    private final List<Set<Integer>> followers = new ArrayList<>();

    Sorter(Collection<Placed> steps, Needs before, Needs after) {
        this.steps = steps.stream().sorted(PREFERENCE).toList();
        this.before = before;
        this.after = after;
    }

    /** The steps in order, or a circle that none can begin. */
    Order sorted() {
        for (int i = 0; i < steps.size(); i++) {
            int index = i;
            followers.add(new HashSet<>());
            steps.get(i)
                    .step()
                    .makes()
                    .forEach(part ->
                            makers.computeIfAbsent(part, p -> new ArrayList<>()).add(index));
            steps.get(i)
                    .step()
                    .takes()
                    .forEach(part ->
                            takers.computeIfAbsent(part, p -> new ArrayList<>()).add(index));
        }
        for (int i = 0; i < steps.size(); i++) {
            connect(i);
        }
        connectSameObject();
        connectSameName();
        new Mentions(steps).connect(followers);
        return drain();
    }

    private void connect(int index) {
        Step step = steps.get(index).step();
        for (Part made : step.makes()) {
            after.of(made).forEach(needed -> allBefore(makers.get(needed), index));
            before.of(made).stream()
                    .filter(needed -> !makers.containsKey(needed) && !goesByItself(made, needed))
                    .forEach(released -> release(made, takers.get(released), index));
        }
        for (Part taken : step.takes()) {
            originals(taken, steps.get(index))
                    .flatMap(part -> before.of(part).stream())
                    .filter(needed -> !isConvertedLater(needed, taken))
                    .forEach(needed -> allAfter(takers.get(needed), index));
            allAfter(makers.get(taken), index);
        }
        for (Part earlier : step.after()) {
            allBefore(makers.get(earlier), index);
            allBefore(takers.get(earlier), index);
        }
    }

    /** A type that is replaced by another of its name needs under its temporary name what it, and its columns, needed before. */
    private Stream<Part> originals(Part taken, Placed placed) {
        ObjectKey key = taken.object();
        boolean isRenamed = TypeReplacement.fits(placed.key().kind())
                && key.kind() == placed.key().kind()
                && !key.equals(placed.key());
        return isRenamed
                ? before.direct().keySet().stream().filter(part -> part.object().equals(placed.key()))
                : Stream.of(taken);
    }

    /** A table that goes leaves a publication by itself. */
    private boolean goesByItself(Part user, Part needed) {
        ObjectKey table = needed.object();
        return user.object().kind() == Kind.PUBLICATION
                && table.kind() == Kind.TABLE
                && takers.containsKey(Part.of(table))
                && !makers.containsKey(Part.of(table));
    }

    /** What is changed in place no longer needs what goes; what comes back must not find it. */
    private void release(Part made, @Nullable List<Integer> removals, int index) {
        List<Integer> own = takers.get(made);
        if (own != null && !own.contains(index)) {
            allBefore(removals, index);
        } else {
            allAfter(removals, index);
        }
    }

    /** The columns of a replaced type, and the types made of it, get the new type when it is there. */
    private boolean isConvertedLater(Part type, Part dependent) {
        boolean replacedInPlace = takers.getOrDefault(type, List.of()).stream()
                .anyMatch(index -> steps.get(index).step().makes().contains(type));
        return replacedInPlace
                && TypeReplacement.fits(type.object().kind())
                && (TypeReplacement.fits(dependent.object().kind())
                        || (dependent.object().kind() == Kind.TABLE && dependent.column() != null));
    }

    /** The steps of one creation, or of one removal, keep their order. */
    private void connectSameObject() {
        Map<ObjectKey, Map<Placed.Phase, List<Integer>>> groups = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Placed placed = steps.get(i);
            if (placed.phase() != Placed.Phase.ALTER) {
                groups.computeIfAbsent(placed.key(), key -> new HashMap<>())
                        .computeIfAbsent(placed.phase(), phase -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.values()
                .forEach(phases -> phases.values().forEach(group -> {
                    for (int i = 1; i < group.size(); i++) {
                        followers.get(group.get(i - 1)).add(group.get(i));
                    }
                }));
    }

    /** Relations and types of a schema share names: what is gone makes room for what comes. */
    private void connectSameName() {
        Map<String, List<Integer>> gone = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Part part : steps.get(i).step().takes()) {
                for (String name : names(part)) {
                    gone.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
                }
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).phase() == Placed.Phase.CREATE) {
                for (Part part : steps.get(i).step().makes()) {
                    for (String name : names(part)) {
                        allBefore(gone.get(name), i);
                    }
                }
            }
        }
    }

    private static List<String> names(Part part) {
        ObjectKey key = part.object();
        Identifier schema = key.schema();
        if (part.column() != null || schema == null) {
            return List.of();
        }
        String name = schema.quoted() + "." + key.name().quoted();
        return switch (key.kind()) {
            case TABLE, VIEW, COMPOSITE_TYPE -> List.of("relation " + name, "type " + name);
            case CONSTRAINT -> List.of("relation " + name, "key of " + schema.quoted() + "." + key.relation());
            case SEQUENCE, INDEX -> List.of("relation " + name);
            case ENUM, DOMAIN, RANGE_TYPE, BASE_TYPE -> List.of("type " + name);
            default -> List.of();
        };
    }

    private void allBefore(@Nullable List<Integer> earlier, int index) {
        if (earlier != null) {
            earlier.stream()
                    .filter(each -> each != index)
                    .forEach(each -> followers.get(each).add(index));
        }
    }

    private void allAfter(@Nullable List<Integer> later, int index) {
        if (later != null) {
            later.stream()
                    .filter(each -> each != index)
                    .forEach(each -> followers.get(index).add(each));
        }
    }

    /**
     * What came of sorting.
     *
     * @param steps the steps in order, as far as there is one
     * @param circle steps that wait for each other; null if all are in order
     */
    record Order(List<Placed> steps, @Nullable Circle circle) {
        /** Copies the steps. */
        Order {
            steps = List.copyOf(steps);
        }
    }

    private Order drain() {
        int[] waiting = new int[steps.size()];
        followers.forEach(each -> each.forEach(index -> waiting[index]++));
        var ready = new PriorityQueue<Integer>();
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        var sorted = new ArrayList<Placed>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(steps.get(next));
            for (int follower : followers.get(next)) {
                if (--waiting[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        return new Order(withDefaultPrivilegesLast(sorted), sorted.size() < steps.size() ? circle(waiting) : null);
    }

    /** What is made gets the default privileges that are known from before. */
    private static List<Placed> withDefaultPrivilegesLast(List<Placed> steps) {
        Map<Boolean, List<Placed>> parts = steps.stream()
                .collect(Collectors.partitioningBy(placed -> placed.key().kind() == Kind.DEFAULT_PRIVILEGES));
        return Stream.concat(
                        parts.getOrDefault(false, List.of()).stream(), parts.getOrDefault(true, List.of()).stream())
                .toList();
    }

    /** Goes from a waiting step to one that it waits for, until it comes by the same step again. */
    private Circle circle(int[] waiting) {
        List<Integer> path = new ArrayList<>();
        int step = firstWaiting(waiting);
        while (!path.contains(step)) {
            path.add(step);
            step = awaited(step, waiting);
        }
        return new Circle(path.subList(path.indexOf(step), path.size()).stream()
                .map(index -> steps.get(index).key())
                .toList());
    }

    private static int firstWaiting(int[] waiting) {
        int index = 0;
        while (waiting[index] == 0) {
            index++;
        }
        return index;
    }

    private int awaited(int step, int[] waiting) {
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] > 0 && followers.get(i).contains(step)) {
                return i;
            }
        }
        throw new IllegalStateException("step " + steps.get(step) + " waits for nothing");
    }
}
