package io.schemactl.diff.plan;

import io.schemactl.catalog.ObjectKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Objects that need each other, so that none can be made or taken away first.
 *
 * @param keys the objects
 */
record Circle(List<ObjectKey> keys) {

    /** Copies the keys, once each. */
    Circle {
        keys = keys.stream().distinct().toList();
    }

    /** What is wrong with it. */
    String complaint() {
        return keys.stream()
                .map(key -> key.kind().word() + " " + key.name().display())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "these need each other, so that none can be changed first: ", ""));
    }
}
