package io.schemactl.task;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts differences into words. */
final class DifferenceTexts {

    private DifferenceTexts() {}

    static DifferenceText of(Difference difference) {
        ObjectKey key = difference.key();
        String name = Stream.of(key.schema(), key.relation(), key.name())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
        return new DifferenceText(key.kind().word(), name, sign(difference), List.of());
    }

    private static String sign(Difference difference) {
        if (difference instanceof Difference.Added) {
            return "+";
        }
        if (difference instanceof Difference.Removed) {
            return "-";
        }
        return difference instanceof Difference.Renamed ? ">" : "~";
    }
}
