package io.schemactl.engine.changelog;

import io.schemactl.problem.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A changelog's files as written, checked, with positions. */
public final class ChangelogSource {

    private final List<ChangeSetSource> changeSets;
    private final List<Path> files;
    private final List<Problem> warnings;
    private final Map<Key, ChangeSetSource> byKey = new HashMap<>();

    private record Key(String id, String author, String file) {}

    ChangelogSource(List<ChangeSetSource> changeSets, List<Path> files, List<Problem> warnings) {
        this.changeSets = List.copyOf(changeSets);
        this.files = List.copyOf(files);
        this.warnings = List.copyOf(warnings);
        changeSets.forEach(each -> byKey.put(new Key(each.id(), each.author(), each.recordedFile()), each));
    }

    /**
     * Reads the root changelog and all that it includes, and checks them.
     *
     * @param root the root changelog's path
     * @param searchPath the folder that paths in changelogs are relative to; nothing outside it is read
     * @param parameters values for {@code ${…}} besides properties, environment variables and system properties
     * @throws io.schemactl.problem.ProblemException with everything that is wrong, sorted by position
     */
    public static ChangelogSource read(Path root, Path searchPath, Map<String, String> parameters) {
        return new ChangelogReader(root, searchPath, parameters).read();
    }

    /** The change sets that apply to PostgreSQL, in the order in which Liquibase runs them. */
    public List<ChangeSetSource> changeSets() {
        return changeSets;
    }

    /** Every file that was read, SQL and data files included, in the order read. */
    public List<Path> files() {
        return files;
    }

    /** What is probably not meant. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The change set with Liquibase's identity. */
    public Optional<ChangeSetSource> find(String id, String author, String recordedFile) {
        return Optional.ofNullable(byKey.get(new Key(id, author, recordedFile)));
    }
}
