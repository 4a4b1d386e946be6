package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.stream.Stream;

/** Says differences in the words of a PostgreSQL user. */
public final class DifferenceWords {

    private DifferenceWords() {}

    /** A difference in words, names without the schema that everything is in. */
    public static DifferenceText of(Difference difference, Identifier defaultSchema) {
        var labels = new ObjectWords(defaultSchema);
        if (difference instanceof Difference.Added added) {
            return text(added.object(), "+", ObjectSummary.lines(added.object(), true), labels);
        }
        if (difference instanceof Difference.Removed removed) {
            return text(removed.object(), "-", ObjectSummary.lines(removed.object(), false), labels);
        }
        if (difference instanceof Difference.Renamed renamed) {
            var name = new Line("name", labels.object(renamed.from()), labels.object(renamed.to()), false);
            return text(
                    renamed.to(),
                    ">",
                    Stream.concat(Stream.of(name), ChangeWords.lines(renamed.from(), renamed.to(), renamed.changes()))
                            .toList(),
                    labels);
        }
        var changed = (Difference.Changed) difference;
        return text(
                changed.to(),
                "~",
                ChangeWords.lines(changed.from(), changed.to(), changed.changes())
                        .toList(),
                labels);
    }

    /**
     * Differences in words: those of a table's or view's parts behind its own, and without those that follow from others, such as an
     * index that comes with a constraint.
     */
    public static List<DifferenceText> of(List<Difference> differences, Identifier defaultSchema) {
        var grouping = new Grouping(differences);
        return differences.stream()
                .filter(difference -> !grouping.follows(difference))
                .sorted(Grouping.ORDER)
                .map(difference -> of(difference, defaultSchema))
                .toList();
    }

    private static DifferenceText text(CatalogObject object, String sign, List<Line> lines, ObjectWords labels) {
        return new DifferenceText(labels.kind(object), labels.object(object), sign, lines);
    }
}
