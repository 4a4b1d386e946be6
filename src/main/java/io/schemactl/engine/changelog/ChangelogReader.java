package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/** Walks through a changelog and its includes in Liquibase's order. */
final class ChangelogReader {

    private static final List<String> FORMATS = List.of("yaml", "yml", "json", "xml", "sql");

    private final Path root;
    private final Path searchPath;
    private final Problems problems = new Problems();
    private final FileReferences files;
    private final Definitions definitions;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Entries entries;
    private final FormattedSql formattedSql;
    private final Deque<Changelog> open = new ArrayDeque<>();
    private final Map<Path, Integer> visits = new HashMap<>();

    ChangelogReader(Path root, Path searchPath, Map<String, String> parameters) {
        this.root = root;
        this.searchPath = searchPath;
        this.files = new FileReferences(searchPath, problems);
        this.definitions = new Definitions(parameters, problems);
        this.entries = new Entries(this, vocabulary, files, definitions, problems);
        this.formattedSql = new FormattedSql(definitions, problems);
    }

    ChangelogSource read() {
        List<ChangeSetSource> changeSets =
                readRoot().stream().map(OrderedChangeSet::source).toList();
        definitions.finish();
        new Duplicates(problems).check(changeSets);
        problems.throwIfAny();
        return new ChangelogSource(changeSets, files.files(), problems.warnings());
    }

    private List<OrderedChangeSet> readRoot() {
        var found = files.root(root);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!isFormatKnown(root)) {
            problems.error(Position.startOf(root), unknownFormat(root));
            return List.of();
        }
        return read(found.get(), Position.startOf(root))
                .map(Changelog::changeSets)
                .orElse(List.of());
    }

    static boolean isFormatKnown(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return FORMATS.stream().anyMatch(format -> name.endsWith("." + format));
    }

    static String unknownFormat(Path file) {
        return "%s is not a changelog: its name must end with .%s".formatted(file, String.join(", .", FORMATS));
    }

    /** A file that is included at a place, with all that it includes. */
    Optional<Changelog> read(FileReferences.Found file, Position from) {
        if (open.stream().anyMatch(each -> each.file().name().equals(file.name()))) {
            problems.error(from, "cycle of includes: " + chain(file));
            return Optional.empty();
        }
        if (visits.merge(file.path(), 1, Integer::sum) > 2) {
            return Optional.empty();
        }
        try {
            definitions.enter();
            return readNew(file, files.read(file.path()));
        } catch (ProblemException e) {
            problems.addAll(e);
            return Optional.empty();
        } finally {
            definitions.leave();
        }
    }

    private String chain(FileReferences.Found again) {
        var names = new ArrayList<String>();
        open.descendingIterator().forEachRemaining(each -> names.add(each.file().name()));
        names.add(again.name());
        return names.stream().dropWhile(name -> !name.equals(again.name())).collect(Collectors.joining(" -> "));
    }

    private Optional<Changelog> readNew(FileReferences.Found file, SourceFile source) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".sql")) {
            String logical = FormattedSql.logicalFilePath(source);
            return Optional.of(formattedSql.read(source, new Changelog(file, logical, story(file.path()))));
        }
        @Nullable XmlElements xml = name.endsWith(".xml") ? new XmlElements(source, problems) : null;
        Optional<Element> element = xml == null ? new YamlElements(source, problems).read() : xml.read();
        if (element.isEmpty()) {
            return Optional.empty();
        }
        @Nullable String logical = element.get().text("logicalFilePath");
        String expanded = logical == null ? null : definitions.expand(logical).orElse(logical);
        var changelog = new Changelog(file, expanded, story(file.path()));
        open.push(changelog);
        try {
            entries.read(element.get(), changelog, xml == null);
            if (xml != null) {
                xml.reportSchemaErrors();
            }
        } finally {
            open.pop();
        }
        return Optional.of(changelog);
    }

    /**
     * The logical file path that change sets of an included file get, unless they have one: the file's own, or that of the nearest
     * changelog around it, or that of the include.
     */
    @Nullable
    String inherited(@Nullable String own, @Nullable String ofInclude) {
        if (own != null && !own.isBlank()) {
            return own;
        }
        return open.stream()
                .map(Changelog::logicalFilePath)
                .filter(path -> path != null && !path.isBlank())
                .findFirst()
                .orElse(ofInclude);
    }

    /** Whether a change set stands in the open changelogs so far; as in Liquibase, a file's case does not matter. */
    boolean isRead(String id, String author, String file) {
        String path = String.valueOf(DatabaseChangeLog.normalizePath(file));
        return open.stream()
                .flatMap(changelog -> changelog.changeSets().stream())
                .map(OrderedChangeSet::source)
                .filter(each -> each.id().equalsIgnoreCase(id) && each.author().equalsIgnoreCase(author))
                .anyMatch(each -> path.equalsIgnoreCase(DatabaseChangeLog.normalizePath(each.recordedFile())));
    }

    private @Nullable String story(Path file) {
        Path folder = root.toAbsolutePath().normalize().getParent();
        Path name =
                folder == null ? file : folder.relativize(file.toAbsolutePath().normalize());
        @Nullable String story = null;
        for (int i = 0; i < name.getNameCount() - 1; i++) {
            String part = name.getName(i).toString();
            if (part.startsWith("story-")) {
                return part;
            }
            story = story == null && !part.equals("..") ? part : story;
        }
        return story;
    }

    Path searchPath() {
        return searchPath;
    }

    /** Files whose change sets stand in the list twice. */
    private static final class Duplicates {
        private final Problems problems;
        private final Set<Path> said = new HashSet<>();

        Duplicates(Problems problems) {
            this.problems = problems;
        }

        void check(List<ChangeSetSource> changeSets) {
            var seen = new HashMap<List<String>, ChangeSetSource>();
            for (ChangeSetSource each : changeSets) {
                var first = seen.putIfAbsent(List.of(each.id(), each.author(), each.recordedFile()), each);
                if (first != null && first.position().equals(each.position())) {
                    includedTwice(each);
                } else if (first != null) {
                    problems.error(
                            each.position(),
                            "change set %s of %s appears twice; the first is at %s"
                                    .formatted(each.id(), each.author(), first.position()),
                            "give it another id");
                }
            }
        }

        private void includedTwice(ChangeSetSource each) {
            if (said.add(each.file())) {
                problems.error(each.position(), "the file is included twice, and so are its change sets");
            }
        }
    }
}
