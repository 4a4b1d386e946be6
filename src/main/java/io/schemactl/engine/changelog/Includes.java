package io.schemactl.engine.changelog;

import io.schemactl.engine.changelog.FileReferences.Found;
import io.schemactl.engine.changelog.FileReferences.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import liquibase.Scope;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.IncludeAllFilter;
import org.jspecify.annotations.Nullable;

/** Follows {@code include} and {@code includeAll}. */
final class Includes {

    private static final Set<String> BOOLEANS =
            Set.of("relativetochangelogfile", "errorifmissing", "errorifmissingorempty", "ignore");

    private final ChangelogReader reader;
    private final FileReferences files;
    private final Definitions definitions;
    private final Problems problems;
    private final Values values;

    Includes(ChangelogReader reader, FileReferences files, Definitions definitions, Problems problems) {
        this.reader = reader;
        this.files = files;
        this.definitions = definitions;
        this.problems = problems;
        this.values = new Values(problems);
    }

    void include(Element include, Changelog changelog) {
        attributes(include, Vocabulary.include());
        var reference = reference(include, "file", changelog);
        boolean optional = include.has("errorIfMissing") && !include.isTrue("errorIfMissing");
        if (reference.isEmpty() || (optional && !files.exists(reference.get()))) {
            return;
        }
        var found = files.resolve(reference.get());
        if (found.isEmpty()) {
            return;
        }
        var position = reference.get().value().position();
        if (Files.isDirectory(found.get().path())) {
            problems.error(position, "%s is a folder".formatted(found.get().path()), "use `includeAll`");
        } else if (!ChangelogReader.isFormatKnown(found.get().path())) {
            problems.error(position, ChangelogReader.unknownFormat(found.get().path()));
        } else {
            add(found.get(), include, reference.get(), changelog);
        }
    }

    private void add(Found file, Element include, Reference reference, Changelog changelog) {
        var included = reader.read(file, reference.value().position());
        if (included.isPresent()) {
            String logical = reader.inherited(included.get().logicalFilePath(), include.text("logicalFilePath"));
            included.get().changeSets().forEach(each -> each.includedAs(logical).addTo(changelog.changeSets()));
        }
    }

    void includeAll(Element include, Changelog changelog) {
        attributes(include, Vocabulary.includeAll());
        var reference = reference(include, "path", changelog);
        boolean optional = include.has("errorIfMissingOrEmpty") && !include.isTrue("errorIfMissingOrEmpty");
        if (reference.isEmpty() || (optional && !files.exists(reference.get()))) {
            return;
        }
        var folder = files.resolve(reference.get());
        if (folder.isEmpty()) {
            return;
        }
        var position = reference.get().value().position();
        if (!Files.isDirectory(folder.get().path())) {
            problems.error(position, "%s is not a folder".formatted(folder.get().path()), "use `include`");
            return;
        }
        List<Found> listed = list(include, reference.get(), folder.get());
        if (listed.isEmpty() && !optional) {
            problems.error(
                    position,
                    "%s holds no file that is asked for".formatted(folder.get().path()));
        }
        listed.stream()
                .filter(file -> ChangelogReader.isFormatKnown(file.path()))
                .forEach(file -> add(file, include, reference.get(), changelog));
    }

    private void attributes(Element include, Set<String> known) {
        values.none(include, "it takes attributes");
        for (Element attribute : include.children()) {
            if (!values.known(attribute, include.name(), known)) {
                continue;
            }
            String name = attribute.name().toLowerCase(Locale.ROOT);
            if (BOOLEANS.contains(name)) {
                values.bool(attribute);
            } else if (name.endsWith("depth")) {
                values.integer(attribute);
            } else {
                values.single(attribute);
            }
        }
    }

    private Optional<Reference> reference(Element include, String attribute, Changelog changelog) {
        var named = include.find(attribute);
        if (named.isEmpty() || named.get().values().size() != 1) {
            values.required(include, attribute);
            return Optional.empty();
        }
        var value = named.get().values().get(0);
        boolean relative = include.isTrue("relativeToChangelogFile");
        return definitions
                .expand(value.text())
                .map(written -> new Reference(value, written, changelog.file(), relative));
    }

    private List<Found> list(Element include, Reference reference, Found folder) {
        int least = number(include.text("minDepth"), 0);
        int most = number(include.text("maxDepth"), Integer.MAX_VALUE);
        String ending = Optional.ofNullable(include.text("endsWithFilter")).orElse("");
        String end = ending.strip().toLowerCase(Locale.ROOT);
        var filter = filter(include);
        try (var walk = Files.walk(folder.path(), most, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.getNameCount() - folder.path().getNameCount() >= least)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(end))
                    .map(file -> FileReferences.slashes(reader.searchPath().relativize(file)))
                    .filter(name -> filter == null || filter.include(name))
                    .sorted(comparator(include))
                    .map(name -> new Reference(reference.value(), name, folder, false))
                    .flatMap(each -> files.resolve(each).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.error(
                    reference.value().position(),
                    "cannot list %s: %s".formatted(folder.path(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static Comparator<String> comparator(Element include) {
        return new DatabaseChangeLog().determineResourceComparator(include.text("resourceComparator"));
    }

    /** A filter is a class of the user's; it decides which files there are, so it must be asked. */
    private @Nullable IncludeAllFilter filter(Element include) {
        String attribute = include.has("filter") ? "filter" : "resourceFilter";
        String name = include.text(attribute);
        if (name == null) {
            return null;
        }
        try {
            var type = Class.forName(name, true, Scope.getCurrentScope().getClassLoader());
            return (IncludeAllFilter) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            problems.error(include.positionOf(attribute), "the filter `%s` cannot be used".formatted(name));
            return null;
        }
    }
}
