package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two sides that were read. */
final class Comparison {

    private final DiffRequest request;

    Comparison(DiffRequest request) {
        this.request = request;
    }

    /** What differs, in words. */
    List<DifferenceText> of(Side from, Side to) {
        Catalog first = from.reading().catalog();
        Catalog second = to.reading().catalog();
        var keys = new TreeSet<ObjectKey>(first.objects().keySet());
        keys.addAll(second.objects().keySet());
        var texts = new ArrayList<DifferenceText>();
        for (ObjectKey key : keys) {
            CatalogObject a = first.objects().get(key);
            CatalogObject b = second.objects().get(key);
            if (a == null || b == null) {
                texts.add(new DifferenceText(key.kind().word(), name(key), a == null ? "+" : "-", List.of()));
            } else if (!a.equals(b)) {
                texts.add(new DifferenceText(
                        key.kind().word(),
                        name(key),
                        "~",
                        List.of(new Line("definition", a.toString(), b.toString(), false))));
            }
        }
        return texts;
    }

    private static String name(ObjectKey key) {
        return Stream.of(key.schema(), key.relation(), key.name())
                .filter(part -> part != null)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }
}
