package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Sequence;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says changed properties. */
final class ChangeWords {

    private static final Map<String, String> SINGULAR = Map.of(
            "columns", "column",
            "checks", "check",
            "grants", "privilege",
            "options", "option",
            "foreign-options", "option",
            "settings", "setting",
            "roles", "role");

    /** Properties that PostgreSQL has other words for. */
    private static final Map<String, String> WORDS = Map.of(
            "default-expression", "default",
            "definer", "SECURITY DEFINER",
            "strict", "STRICT",
            "leakproof", "LEAKPROOF",
            "unique", "UNIQUE",
            "no-inherit", "NO INHERIT",
            "without-overlaps", "WITHOUT OVERLAPS",
            "nulls-not-distinct", "NULLS NOT DISTINCT",
            "period", "PERIOD",
            "referenced", "references");

    /** Names of records that only gather properties. */
    private static final Set<String> GATHERING = Set.of(
            "standing", "state", "storage", "uniqueness", "traits", "inheritance", "aggregate", "transfer", "foreign");

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
        List<PropertyChange> grants =
                changes.stream().filter(ChangeWords::isAboutGrants).toList();
        List<PropertyChange> owned =
                changes.stream().filter(change -> isBelow(change, "owned-by")).toList();
        return changes.stream()
                .filter(change -> !grants.contains(change) || change.equals(grants.get(0)))
                .filter(change -> !owned.contains(change) || change.equals(owned.get(0)))
                .filter(change -> !isImplied(change, changes))
                .flatMap(change -> lines(from, to, change));
    }

    private static boolean isAboutGrants(PropertyChange change) {
        return isBelow(change, "grants") || isBelow(change, "privileges");
    }

    private static boolean isBelow(PropertyChange change, String property) {
        return change.path().get(0).equals(property);
    }

    /**
     * Whether a change goes without saying beside others: what is not enforced is not validated either, parents give columns, and
     * the order of checks follows from their names.
     */
    private static boolean isImplied(PropertyChange change, List<PropertyChange> changes) {
        String last = change.path().get(change.path().size() - 1);
        if (last.equals("inherited") && isBelow(change, "columns")) {
            return changes.stream().anyMatch(other -> other.path().contains("parents"));
        }
        if (change.path().equals(List.of("checks"))) {
            return true;
        }
        if (last.equals("stored")) {
            return change.from() == null || change.to() == null;
        }
        return last.equals("validated")
                && changes.stream()
                        .anyMatch(other -> other.path().contains("enforced")
                                && Objects.equals(other.from(), change.from())
                                && Objects.equals(other.to(), change.to()));
    }

    private static Stream<Line> lines(CatalogObject from, CatalogObject to, PropertyChange change) {
        List<String> path = change.path();
        if (from instanceof EnumType first && to instanceof EnumType second && path.equals(List.of("labels"))) {
            return EnumWords.lines(first.labels(), second.labels()).stream();
        }
        if (isAboutGrants(change)) {
            return GrantWords.lines(from, to).stream();
        }
        if (from instanceof Sequence first
                && to instanceof Sequence second
                && path.get(0).equals("owned-by")) {
            return Stream.of(new Line("owned by", owner(first), owner(second), false));
        }
        if (path.size() == 3 && path.get(0).equals("columns") && path.get(2).equals("name")) {
            return Stream.of(Line.saying("column %s renamed to %s".formatted(change.from(), change.to())));
        }
        boolean isOrder = path.equals(List.of("columns")) && change.from() != null && change.to() != null;
        if (isOrder && (to instanceof Relation || to instanceof CompositeType)) {
            return Stream.of(new Line("order of columns", change.from(), change.to(), false));
        }
        return Stream.of(line(change));
    }

    private static @Nullable String owner(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner == null
                ? null
                : owner.relation().display() + "." + owner.column().display();
    }

    private static Line line(PropertyChange change) {
        String words = words(change.path());
        String last = change.path().get(change.path().size() - 1);
        String from = change.from();
        String to = change.to();
        boolean isOption = change.path().stream().anyMatch(name -> name.endsWith("options") || name.equals("settings"));
        if (isOption) {
            return new Line(words, from, to, isLong(from) || isLong(to));
        }
        if ("false".equals(from) && "true".equals(to)) {
            return Line.saying(state(
                    change.path(),
                    BECAME_TRUE.getOrDefault(last, WORDS.getOrDefault(last, words(List.of(last))) + " now")));
        }
        if ("true".equals(from) && "false".equals(to)) {
            return Line.saying(state(
                    change.path(),
                    BECAME_FALSE.getOrDefault(
                            last, "not " + WORDS.getOrDefault(last, words(List.of(last))) + " any more")));
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
                words.add(WORDS.getOrDefault(name, name.replace('-', ' ')));
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
        return SINGULAR.getOrDefault(name, word(name));
    }

    /** A property in words. */
    static String word(String name) {
        return WORDS.getOrDefault(name, name.replace('-', ' '));
    }
}
