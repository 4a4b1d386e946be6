package io.schemactl.diff;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares two catalogs. */
public final class Differ {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::key).thenComparing(difference -> difference instanceof Difference.Added);

    private final SortedMap<ObjectKey, CatalogObject> removed = new TreeMap<>();
    private final SortedMap<ObjectKey, CatalogObject> added = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Owners owners;

    private Differ(Catalog from, Catalog to) {
        this.owners = Owners.of(from, to);
    }

    /**
     * What distinguishes the second catalog from the first, in the order of the objects.
     *
     * <p>Where an object was renamed, differences of others that follow from that alone are none: {@link Difference.Changed#from} has
     * the new name already.
     */
    public static List<Difference> differences(Catalog from, Catalog to) {
        if (from.equals(to)) {
            return List.of();
        }
        var differ = new Differ(from, to);
        differ.compare(
                from.withDatabaseOf(to).objects(), to.withDatabaseOf(from).objects());
        return differ.differences.stream().sorted(ORDER).toList();
    }

    /** What distinguishes the second catalog from the first if every other name is another object. */
    public static List<Difference> differencesByName(Catalog from, Catalog to) {
        var differ = new Differ(from, to);
        differ.collect(
                from.withDatabaseOf(to).objects(), to.withDatabaseOf(from).objects());
        differ.changes();
        differ.rest();
        return differ.differences.stream().sorted(ORDER).toList();
    }

    private void compare(Map<ObjectKey, CatalogObject> from, Map<ObjectKey, CatalogObject> to) {
        collect(from, to);
        renameWholes();
        changes();
        renameParts();
        rest();
    }

    private void collect(Map<ObjectKey, CatalogObject> from, Map<ObjectKey, CatalogObject> to) {
        from.forEach((key, object) -> {
            if (!areSame(object, to.get(key))) {
                removed.put(key, object);
            }
        });
        to.forEach((key, object) -> {
            CatalogObject old = from.get(key);
            if (old == null || removed.containsKey(key)) {
                added.put(key, object);
            }
        });
    }

    /** Whether objects differ in nothing, or only in that each belongs to its database's main owner. */
    private boolean areSame(CatalogObject from, @Nullable CatalogObject to) {
        if (to == null || from.equals(to)) {
            return to != null;
        }
        Attributes old = from.attributes();
        return from.getClass() == to.getClass()
                && !Objects.equals(old.owner(), to.attributes().owner())
                && owners.same(from, to)
                && from.with(old.ownedBy(to.attributes().owner())).equals(to);
    }

    private void rest() {
        removed.values().forEach(object -> differences.add(new Difference.Removed(object)));
        added.values().forEach(object -> differences.add(new Difference.Added(object)));
    }

    /** Finds renamed objects that others refer to, and gives the others the new names. */
    private void renameWholes() {
        while (true) {
            List<Candidates.Pair> pairs = Candidates.wholes(gone(), come());
            if (pairs.isEmpty()) {
                pairs = ChangedTables.of(gone(), come());
            }
            var renames = new Renames();
            pairs.forEach(pair -> {
                renames.add(pair.from(), pair.to());
                rename(pair);
            });
            apply(renames);
            if (pairs.isEmpty()) {
                break;
            }
        }
        var columns = new Renames();
        removed.forEach((key, object) -> columns.addColumns(object, Optional.ofNullable(added.get(key))));
        apply(columns);
    }

    private void apply(Renames renames) {
        if (!renames.isEmpty()) {
            List<CatalogObject> rest = List.copyOf(removed.values());
            removed.clear();
            rest.stream().map(renames::apply).forEach(object -> removed.put(object.key(), object));
        }
    }

    private void renameParts() {
        var renames = new Renames();
        Candidates.parts(gone(), come()).forEach(pair -> {
            renames.add(pair.from(), pair.to());
            rename(pair);
        });
        apply(renames);
        changes();
        Candidates.parts(gone(), come()).forEach(this::rename);
    }

    private void rename(Candidates.Pair pair) {
        removed.remove(pair.from().key());
        added.remove(pair.to().key());
        differences.add(new Difference.Renamed(
                pair.from(), pair.to(), PropertyDiffer.changesBesideName(pair.renamed(), pair.to(), owners)));
    }

    private List<CatalogObject> gone() {
        return removed.values().stream()
                .filter(object -> !added.containsKey(object.key()))
                .toList();
    }

    private List<CatalogObject> come() {
        return added.values().stream()
                .filter(object -> !removed.containsKey(object.key()))
                .toList();
    }

    /** Compares the objects that both catalogs have; those that became another sort of object stay removed and added. */
    private void changes() {
        for (CatalogObject from : List.copyOf(removed.values())) {
            CatalogObject to = added.get(from.key());
            if (to != null && to.getClass() == from.getClass()) {
                removed.remove(from.key());
                added.remove(to.key());
                List<PropertyChange> changes = PropertyDiffer.changes(from, to, owners);
                if (!changes.isEmpty()) {
                    differences.add(new Difference.Changed(from, to, changes));
                }
            }
        }
    }
}
