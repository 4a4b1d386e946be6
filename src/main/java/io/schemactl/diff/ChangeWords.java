package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.EnumType;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says changed properties. */
final class ChangeWords {

    private static final Map<String, String> SINGULAR =
            Map.of("columns", "column", "checks", "check", "grants", "privilege");

    /** Names of records that only gather properties. */
    private static final Set<String> GATHERING =
            Set.of("standing", "state", "storage", "uniqueness", "traits", "inheritance");

    private static final Map<String, String> BECAME_TRUE = Map.of(
            "not-null", "NOT NULL now",
            "validated", "validated now",
            "enforced", "ENFORCED now",
            "valid", "valid now",
            "triggers-enabled", "its triggers are enabled now");

    private static final Map<String, String> BECAME_FALSE = Map.of(
            "not-null", "not NOT NULL any more",
            "validated", "NOT VALID",
            "enforced", "NOT ENFORCED",
            "valid", "not valid any more",
            "triggers-enabled", "its triggers are disabled");

    private static final Map<String, String> NOT = Map.of("validated", "NOT VALID", "enforced", "NOT ENFORCED");

    private ChangeWords() {}

    /** What changed between two objects. */
    static Stream<Line> lines(CatalogObject from, CatalogObject to, List<PropertyChange> changes) {
        return changes.stream().flatMap(change -> lines(from, to, change));
    }

    private static Stream<Line> lines(CatalogObject from, CatalogObject to, PropertyChange change) {
        List<String> path = change.path();
        if (from instanceof EnumType first && to instanceof EnumType second && path.equals(List.of("labels"))) {
            return EnumWords.lines(first.labels(), second.labels()).stream();
        }
        if (path.get(0).equals("grants") && path.size() > 1) {
            return GrantWords.lines(path.get(1), change).stream();
        }
        if (path.equals(List.of("columns")) && change.from() != null && change.to() != null) {
            return Stream.of(new Line("order of columns", change.from(), change.to(), false));
        }
        return Stream.of(line(change));
    }

    private static Line line(PropertyChange change) {
        String words = words(change.path());
        String last = change.path().get(change.path().size() - 1);
        String from = change.from();
        String to = change.to();
        if ("false".equals(from) && "true".equals(to)) {
            return Line.saying(state(change.path(), BECAME_TRUE.getOrDefault(last, words(List.of(last)) + " now")));
        }
        if ("true".equals(from) && "false".equals(to)) {
            return Line.saying(
                    state(change.path(), BECAME_FALSE.getOrDefault(last, "not " + words(List.of(last)) + " any more")));
        }
        return new Line(words, from, to, isLong(from) || isLong(to));
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.indexOf('\n') >= 0;
    }

    private static String state(List<String> path, String words) {
        String owner = words(path.subList(0, path.size() - 1), false);
        return owner.isEmpty() ? words : owner + ": " + words;
    }

    /** A path in words, such as {@code column email: type}. */
    private static String words(List<String> path) {
        return words(path, true);
    }

    private static String words(List<String> path, boolean toTheEnd) {
        var words = new ArrayList<String>();
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            boolean last = i == path.size() - 1;
            if (SINGULAR.containsKey(name) && !last) {
                words.add(singular(name) + " " + path.get(++i));
            } else if ((last && toTheEnd) || !GATHERING.contains(name)) {
                words.add(name.replace('-', ' '));
            }
        }
        return String.join(": ", words);
    }

    /** Something that an object is, or unusually is not. */
    static Line statement(String property, boolean holds) {
        String words = words(List.of(property));
        return Line.saying(holds ? words : NOT.getOrDefault(property, "not " + words));
    }

    static String singular(String name) {
        return SINGULAR.getOrDefault(name, name.replace('-', ' '));
    }
}
