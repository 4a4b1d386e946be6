package io.schemactl.diff;

import io.schemactl.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/** Compares two catalogs. */
public final class Differ {

    private Differ() {}

    /** What distinguishes two catalogs, in the order of keys. */
    public static List<Difference> differences(Catalog from, Catalog to) {
        var differences = new ArrayList<Difference>();
        from.objects().forEach((key, object) -> {
            var other = to.objects().get(key);
            if (other == null) {
                differences.add(new Difference.Removed(object));
            } else if (!object.equals(other)) {
                differences.add(new Difference.Changed(object, other, List.of()));
            }
        });
        to.objects().forEach((key, object) -> {
            if (!from.objects().containsKey(key)) {
                differences.add(new Difference.Added(object));
            }
        });
        return differences;
    }
}
