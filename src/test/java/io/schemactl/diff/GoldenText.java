package io.schemactl.diff;

import io.schemactl.catalog.ObjectKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Differences as texts. */
final class GoldenText {

    private static final int LONGEST = 200;
    private static final int CONTEXT = 80;

    private GoldenText() {}

    static String of(List<Difference> differences) {
        return differences.stream()
                .flatMap(difference -> Stream.concat(Stream.of(headline(difference)), changes(difference)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** What is different, without the how. */
    static String headline(Difference difference) {
        String verb = difference.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String before = difference instanceof Difference.Renamed renamed
                ? name(renamed.from().key()) + " to "
                : "";
        return verb + " " + before + name(difference.key());
    }

    private static Stream<String> changes(Difference difference) {
        return properties(difference).stream()
                .map(change -> "  %s: %s -> %s"
                        .formatted(String.join(".", change.path()), shortened(change.from()), shortened(change.to())));
    }

    private static List<PropertyChange> properties(Difference difference) {
        if (difference instanceof Difference.Changed changed) {
            return changed.changes();
        }
        return difference instanceof Difference.Renamed renamed ? renamed.changes() : List.of();
    }

    /** Two long texts, without what they begin and end with alike. */
    static String contrast(String is, String shall) {
        int shorter = Math.min(is.length(), shall.length());
        int start = 0;
        while (start < shorter && is.charAt(start) == shall.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && is.charAt(is.length() - 1 - end) == shall.charAt(shall.length() - 1 - end)) {
            end++;
        }
        int from = Math.max(0, start - CONTEXT);
        int rest = Math.max(0, end - CONTEXT);
        return "\n    is:    %s\n    shall: %s"
                .formatted(is.substring(from, is.length() - rest), shall.substring(from, shall.length() - rest));
    }

    private static String shortened(@Nullable String value) {
        String line = String.valueOf(value).replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String name(ObjectKey key) {
        String path = Stream.of(key.schema(), key.relation(), key.name())
                .filter(part -> part != null)
                .map(part -> part.quoted())
                .collect(Collectors.joining("."));
        return key.kind().word() + " " + path + (key.arguments() == null ? "" : "(" + key.arguments() + ")");
    }
}
