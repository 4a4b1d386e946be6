package io.schemactl.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parts of a catalog need which others to exist, as
 * <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a> has it; a column does not need its own table
 * here, nor an object its schema: keys say that already.
 *
 * @param needs what a part needs, by the part
 */
public record Dependencies(SortedMap<Part, SortedSet<Part>> needs) {

    private static final Dependencies NONE = new Dependencies(new TreeMap<>());

    /** Copies the map. */
    public Dependencies {
        var copy = new TreeMap<>(needs);
        copy.replaceAll((part, needed) -> Collections.unmodifiableSortedSet(new TreeSet<>(needed)));
        needs = Collections.unmodifiableSortedMap(copy);
    }

    /** No dependencies. */
    public static Dependencies none() {
        return NONE;
    }

    /** Dependencies of the given edges. */
    public static Dependencies of(Collection<Edge> edges) {
        var needs = new HashMap<Part, SortedSet<Part>>();
        edges.forEach(edge ->
                needs.computeIfAbsent(edge.part(), part -> new TreeSet<>()).add(edge.needed()));
        return new Dependencies(new TreeMap<>(needs));
    }

    /** What a part needs. */
    public Set<Part> neededBy(Part part) {
        return needs.getOrDefault(part, Collections.emptySortedSet());
    }

    /** The same, read the other way: who needs a part. */
    public Dependencies reversed() {
        return of(needs.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(needed -> new Edge(needed, entry.getKey())))
                .toList());
    }

    /**
     * One part needs another.
     *
     * @param part the one that cannot exist without the other
     * @param needed the other
     */
    public record Edge(Part part, Part needed) {}
}
