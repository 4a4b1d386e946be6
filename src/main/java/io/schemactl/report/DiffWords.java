package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what comparisons of all formats say alike. */
final class DiffWords {

    /** What comes before the list of those whose columns have another order. */
    static final String REORDERED = "columns in another order, which counts with --strict only";

    private final Places places;

    DiffWords(Places places) {
        this.places = places;
    }

    /** What becomes of an object on the way from the first side to the second. */
    enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        RENAMED
    }

    static Change change(DifferenceText difference) {
        return switch (difference.sign()) {
            case "+" -> Change.ADDED;
            case "-" -> Change.REMOVED;
            case ">" -> Change.RENAMED;
            default -> Change.CHANGED;
        };
    }

    static String title(DifferenceText difference) {
        return difference.kind() + " " + difference.object();
    }

    /** A side, such as {@code portal: postgresql://app@db/portal, PostgreSQL 17.8}. */
    String side(SideReport side) {
        String version = "PostgreSQL " + side.serverVersion();
        String words = switch (side.kind()) {
            case DATABASE ->
                side.name().equals(side.database())
                        ? "%s, %s".formatted(side.name(), version)
                        : "%s: %s, %s".formatted(side.name(), side.database(), version);
            case CHANGELOG ->
                "changelog of %s%s%s, replayed on %s"
                        .formatted(
                                side.name(),
                                side.story() == null ? "" : " up to " + side.story(),
                                file(side.file()),
                                version);
            case SNAPSHOT -> "snapshot %s, %s".formatted(side.name(), version);
            case SQL -> "%s, run on %s".formatted(side.name(), version);
        };
        return Printable.line(side.objects() == 0 ? words + " (empty)" : words);
    }

    private String file(@Nullable Path file) {
        return file == null ? "" : " (%s)".formatted(places.path(file));
    }

    /** The whole in one line, such as {@code 3 differences: 1 added, 2 changed (210 ms)}. */
    static String summary(DiffReport report) {
        String took = " (%s)".formatted(Words.took(report.took()));
        if (report.isEqual()) {
            return "no differences in %s%s"
                    .formatted(Words.count(report.from().objects(), "object", "objects"), unseen(report) + took);
        }
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            long count = report.differences().stream()
                    .filter(difference -> change(difference) == change)
                    .count();
            if (count > 0) {
                parts.add("%,d %s".formatted(count, Words.id(change)));
            }
        }
        return "%s: %s%s"
                .formatted(
                        Words.count(report.differences().size(), "difference", "differences"),
                        String.join(", ", parts),
                        unseen(report) + took);
    }

    private static String unseen(DiffReport report) {
        int count = report.from().unseen().size() + report.to().unseen().size();
        return count == 0 ? "" : "; %s not compared".formatted(Words.count(count, "object", "objects"));
    }
}
