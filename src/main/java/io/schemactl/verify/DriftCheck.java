package io.schemactl.verify;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Unseen;
import io.schemactl.diff.ColumnOrder;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.sql.Identifier;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how a whole catalog differs from what it should be, and what of it nobody looked at. */
public final class DriftCheck {

    static final String MISSING = "drift-missing";
    static final String UNEXPECTED = "drift-unexpected";
    static final String CHANGED = "drift-changed";
    static final String COLUMN_ORDER = "drift-column-order";
    static final String UNSEEN = "unseen-object";

    private static final String COLUMN = "column ";

    private final Identifier defaultSchema;
    private final SaidAlready said;
    private final String remedy;

    /**
     * A check that does not repeat what was said.
     *
     * @param defaultSchema the schema that messages do not mention
     * @param said what other checks found
     * @param remedy the next step
     */
    public DriftCheck(Identifier defaultSchema, List<Finding> said, String remedy) {
        this.defaultSchema = defaultSchema;
        this.said = new SaidAlready(said);
        this.remedy = remedy;
    }

    /**
     * What is not as it should be, by object.
     *
     * @param differences from what should be there to what is there
     */
    public List<Finding> drift(List<Difference> differences) {
        List<Difference> mattering = differences.stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .toList();
        return DifferenceWords.of(withoutParts(mattering), defaultSchema).stream()
                .flatMap(this::findings)
                .filter(finding -> !said.covers(finding))
                .toList();
    }

    /**
     * What has its columns in another order than it should have, which no script mends.
     *
     * @param differences from what should be there to what is there
     */
    public List<Finding> reordered(List<Difference> differences) {
        List<Difference> reordered =
                differences.stream().filter(ColumnOrder::isAllThatDiffers).toList();
        return DifferenceWords.of(reordered, defaultSchema).stream()
                .flatMap(text -> text.lines().stream().map(line -> {
                    String message = "%s: %s is %s, expected %s"
                            .formatted(text.title(), line.property(), line.to(), line.from());
                    return new Finding(
                            Severity.WARNING,
                            COLUMN_ORDER,
                            text.title(),
                            null,
                            null,
                            message,
                            line.from(),
                            line.to(),
                            null);
                }))
                .toList();
    }

    /** What schemactl does not know. */
    public List<Finding> unseen(List<Unseen> objects) {
        return objects.stream()
                .sorted(Comparator.naturalOrder())
                .map(object -> {
                    String name = object.kind() + " " + object.identity();
                    return new Finding(
                            Severity.NOTE,
                            UNSEEN,
                            name,
                            null,
                            null,
                            name + " was not compared: schemactl does not know such objects",
                            null,
                            null,
                            null);
                })
                .toList();
    }

    /** Parts of a table or view that came or went as a whole say nothing new. */
    private static List<Difference> withoutParts(List<Difference> differences) {
        Set<Whole> wholes = differences.stream()
                .filter(difference -> difference.key().relation() == null)
                .map(difference -> Whole.of(difference, difference.key().name()))
                .collect(Collectors.toCollection(HashSet::new));
        return differences.stream()
                .filter(difference -> {
                    Identifier relation = difference.key().relation();
                    return relation == null || isChange(difference) || !wholes.contains(Whole.of(difference, relation));
                })
                .toList();
    }

    private static boolean isChange(Difference difference) {
        return difference instanceof Difference.Changed || difference instanceof Difference.Renamed;
    }

    /** A relation's name, and what became of it. */
    private record Whole(Class<?> become, @Nullable Identifier schema, Identifier name) {

        static Whole of(Difference difference, Identifier relation) {
            ObjectKey key = difference.key();
            return new Whole(difference.getClass(), key.schema(), relation);
        }
    }

    private Stream<Finding> findings(DifferenceText text) {
        return switch (text.sign()) {
            case "+" -> Stream.of(unexpected(text.title()));
            case "-" -> Stream.of(missing(text.title(), null));
            default -> text.lines().stream().map(line -> finding(text, line));
        };
    }

    /** A column is an object of its own for whoever reads findings. */
    private Finding finding(DifferenceText text, Line line) {
        if (!line.property().startsWith(COLUMN)) {
            return property(text.title(), line.property(), line);
        }
        int end = line.property().indexOf(": ");
        String name = line.property()
                .substring(COLUMN.length(), end < 0 ? line.property().length() : end);
        String column = "column %s.%s".formatted(text.object(), name);
        if (end >= 0) {
            return property(column, line.property().substring(end + 2), line);
        }
        return line.from() == null ? unexpected(column) : missing(column, line.from());
    }

    private Finding property(String object, String property, Line line) {
        if (line.isStatement()) {
            return finding(CHANGED, object, "%s: %s".formatted(object, property), null, null);
        }
        String expected = line.from() == null ? "none" : line.from();
        String actual = line.to() == null ? "none" : line.to();
        String message = line.longText()
                ? "%s: %s differs".formatted(object, property)
                : "%s: %s is %s, expected %s".formatted(object, property, actual, expected);
        return finding(CHANGED, object, message, expected, actual);
    }

    private Finding unexpected(String object) {
        return finding(UNEXPECTED, object, object + " exists, but should not", null, null);
    }

    private Finding missing(String object, @Nullable String expected) {
        return finding(MISSING, object, object + " is missing", expected, "nothing");
    }

    private Finding finding(
            String rule, String object, String message, @Nullable String expected, @Nullable String actual) {
        return new Finding(Severity.ERROR, rule, object, null, null, message, expected, actual, remedy);
    }
}
