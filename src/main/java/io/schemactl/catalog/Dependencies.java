package io.schemactl.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a catalog need which others to exist, as
 * <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a> has it; a column does not need its own table
 * here, nor an object its schema: keys say that already.
 *
 * <p>It is a value, but it is found out when it is first asked for: only who plans a migration asks, and it takes a third of the work
 * of reading a catalog.
 */
public final class Dependencies {

    private static final Dependencies NONE = new Dependencies(Collections::emptySortedMap);

    private Supplier<SortedMap<Part, SortedSet<Part>>> source;

    private Dependencies(Supplier<SortedMap<Part, SortedSet<Part>>> source) {
        this.source = source;
    }

    /** No dependencies. */
    public static Dependencies none() {
        return NONE;
    }

    /** Dependencies of the given edges. */
    public static Dependencies of(Collection<Edge> edges) {
        SortedMap<Part, SortedSet<Part>> needs = sorted(edges);
        return new Dependencies(() -> needs);
    }

    /**
     * Dependencies that are found out later.
     *
     * @param edges finds the edges; always the same, and without asking anybody
     */
    public static Dependencies later(Supplier<? extends Collection<Edge>> edges) {
        return new Dependencies(() -> sorted(edges.get()));
    }

    private static SortedMap<Part, SortedSet<Part>> sorted(Collection<Edge> edges) {
        var needs = new HashMap<Part, SortedSet<Part>>();
        edges.forEach(edge ->
                needs.computeIfAbsent(edge.part(), part -> new TreeSet<>()).add(edge.needed()));
        needs.replaceAll((part, needed) -> Collections.unmodifiableSortedSet(needed));
        return Collections.unmodifiableSortedMap(new TreeMap<>(needs));
    }

    /** What a part needs, by the part. */
    public synchronized SortedMap<Part, SortedSet<Part>> needs() {
        SortedMap<Part, SortedSet<Part>> found = source.get();
        source = () -> found;
        return found;
    }

    /** What a part needs. */
    public Set<Part> neededBy(Part part) {
        return needs().getOrDefault(part, Collections.emptySortedSet());
    }

    /** The same, read the other way: who needs a part. */
    public Dependencies reversed() {
        return of(needs().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(needed -> new Edge(needed, entry.getKey())))
                .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dependencies dependencies && needs().equals(dependencies.needs());
    }

    @Override
    public int hashCode() {
        return needs().hashCode();
    }

    @Override
    public String toString() {
        return "Dependencies[needs=%s]".formatted(needs());
    }

    /**
     * One part needs another.
     *
     * @param part the one that cannot exist without the other
     * @param needed the other
     */
    public record Edge(Part part, Part needed) {}
}
