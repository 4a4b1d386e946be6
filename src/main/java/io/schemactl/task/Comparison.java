package io.schemactl.task;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.diff.PropertyChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two sides that were read. */
final class Comparison {

    private final Set<DiffRequest.Ignored> ignored;

    Comparison(Set<DiffRequest.Ignored> ignored) {
        this.ignored = ignored;
    }

    /** What distinguishes the second side from the first, as far as it counts. */
    List<Difference> of(Side from, Side to) {
        return Differ.differences(from.reading().catalog(), to.reading().catalog()).stream()
                .flatMap(this::counting)
                .toList();
    }

    private Stream<Difference> counting(Difference difference) {
        Kind kind = difference.key().kind();
        if (ignored.stream().anyMatch(each -> each.isWhole(kind))) {
            return Stream.empty();
        }
        if (difference instanceof Difference.Changed changed) {
            return changed(changed.from(), changed.to(), changed.changes());
        }
        return difference instanceof Difference.Renamed renamed
                ? Stream.of(new Difference.Renamed(renamed.from(), renamed.to(), counting(renamed.changes())))
                : Stream.of(difference);
    }

    private Stream<Difference> changed(CatalogObject from, CatalogObject to, List<PropertyChange> changes) {
        List<PropertyChange> rest = counting(changes);
        return rest.isEmpty() && !changes.isEmpty()
                ? Stream.empty()
                : Stream.of(new Difference.Changed(from, to, rest));
    }

    private List<PropertyChange> counting(List<PropertyChange> changes) {
        return changes.stream().filter(change -> !isIgnored(change.path())).toList();
    }

    /** An object's own property, or a column's. */
    private boolean isIgnored(List<String> path) {
        String property = path.size() > 2 && path.get(0).equals("columns") ? path.get(2) : path.get(0);
        return ignored.stream().anyMatch(each -> property.equals(each.property()));
    }
}
