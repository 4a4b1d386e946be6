package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetFacts;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.Changelog;
import io.schemactl.engine.changelog.ChangeSetSource;
import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A changelog as it is at one time.
 *
 * @param target the target with this changelog; null if there is none, or it is the target's own
 * @param entries its change sets, in order
 * @param written what is written of each
 */
public record ChangelogVersion(
        @Nullable Target target, List<ChangeSetEntry> entries, Map<ChangeSetId, Written> written) {

    /** No changelog. */
    static final ChangelogVersion EMPTY = new ChangelogVersion(null, List.of(), Map.of());

    /** Copies the collections. */
    public ChangelogVersion {
        entries = List.copyOf(entries);
        written = Map.copyOf(written);
    }

    /**
     * What is written of a change set.
     *
     * @param text its part of the file, the texts of files that it names, and its checksum, which depends on properties too
     * @param checksum what databases remember of it
     */
    record Written(String text, String checksum) {}

    static ChangelogVersion of(Changelog changelog) {
        return of(null, changelog);
    }

    static ChangelogVersion of(@Nullable Target target, Changelog changelog) {
        Map<ChangeSetSource, String> parts = parts(changelog.source().changeSets());
        Map<ChangeSetId, Written> written = new LinkedHashMap<>();
        for (ChangeSetEntry entry : changelog.entries()) {
            ChangeSetId id = entry.id();
            String checksum = ChangeSetFacts.of(changelog, entry).checksum();
            String part = changelog
                    .source()
                    .find(id.id(), id.author(), id.file())
                    .map(parts::get)
                    .orElse("");
            written.put(id, new Written(part + "\n" + checksum, checksum));
        }
        return new ChangelogVersion(target, changelog.entries(), written);
    }

    /** Each change set's part of its file, up to the next one, and the texts of files that it names. */
    private static Map<ChangeSetSource, String> parts(List<ChangeSetSource> changeSets) {
        Map<ChangeSetSource, String> parts = new LinkedHashMap<>();
        Map<Path, List<ChangeSetSource>> byFile =
                changeSets.stream().collect(Collectors.groupingBy(ChangeSetSource::file));
        byFile.forEach((file, inFile) -> {
            List<ChangeSetSource> sorted = inFile.stream()
                    .sorted(Comparator.comparing(ChangeSetSource::position))
                    .toList();
            List<String> lines = lines(file);
            for (int i = 0; i < sorted.size(); i++) {
                int begin = sorted.get(i).position().line() - 1;
                int end = i + 1 < sorted.size() ? sorted.get(i + 1).position().line() - 1 : lines.size();
                parts.put(sorted.get(i), part(lines.subList(begin, Math.max(begin + 1, end))) + texts(sorted.get(i)));
            }
        });
        return parts;
    }

    private static String part(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private static String texts(ChangeSetSource changeSet) {
        return Stream.concat(changeSet.changes().stream(), changeSet.rollbackChanges().stream())
                .map(ChangeSource::text)
                .filter(Objects::nonNull)
                .map(text -> "\n" + text.text().replace("\r", ""))
                .collect(Collectors.joining());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "%s cannot be read once more: %s".formatted(file, e))
                            .fix("run it again"),
                    e);
        }
    }

    /** Whether it has a change set. */
    public boolean has(ChangeSetId id) {
        return written.containsKey(id);
    }

    /** What is written of a change set that it has. */
    public String text(ChangeSetId id) {
        return of(id).text();
    }

    /** What databases remember of a change set that it has. */
    String checksum(ChangeSetId id) {
        return of(id).checksum();
    }

    private Written of(ChangeSetId id) {
        Written found = written.get(id);
        if (found == null) {
            throw new IllegalArgumentException("not of this changelog: " + id);
        }
        return found;
    }
}
