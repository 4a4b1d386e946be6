package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import liquibase.database.DatabaseList;
import liquibase.database.ObjectQuotingStrategy;

/** Reads the entries of a changelog in YAML, JSON or XML. */
final class Entries {

    /** What DatabaseChangeLog's own code reads; its metadata does not name it. */
    private static final Set<String> ENTRIES = new TreeSet<>(List.of(
            "changeSet",
            "include",
            "includeAll",
            "modifyChangeSets",
            "preConditions",
            "property",
            "removeChangeSetProperty"));

    /** {@code changeLogId} means nothing any more, but older Liquibase versions wrote it into people's files. */
    private static final Set<String> ATTRIBUTES = new TreeSet<>(
            List.of("changeLogId", "context", "contextFilter", "logicalFilePath", "objectQuotingStrategy"));

    private static final Set<String> MODIFIERS = Set.of("runWith", "runWithSpoolFile", "stripComments");
    private static final Set<String> REMOVAL = Set.of("change", "dbms", "remove");

    private final ChangeSetCheck changeSets;
    private final PreconditionCheck preconditions;
    private final Includes includes;
    private final FileReferences files;
    private final Definitions definitions;
    private final Problems problems;
    private final Values values;
    private final Repeats repeats;

    Entries(
            ChangelogReader reader,
            Vocabulary vocabulary,
            FileReferences files,
            Definitions definitions,
            Problems problems) {
        this.files = files;
        this.definitions = definitions;
        this.problems = problems;
        this.values = new Values(problems);
        this.repeats = new Repeats(vocabulary, problems);
        this.changeSets = new ChangeSetCheck(
                reader, vocabulary, new ChangeFiles(files, definitions, problems), definitions, problems);
        this.preconditions = new PreconditionCheck(vocabulary, problems);
        this.includes = new Includes(reader, files, definitions, problems);
    }

    /** @param yaml whether properties count from the file's beginning, as Liquibase's YAML parser has it */
    void read(Element root, Changelog changelog, boolean yaml) {
        values.none(root, "an entry begins with `- changeSet:`");
        repeats.check(root);
        if (yaml) {
            root.children().stream()
                    .filter(entry -> entry.name().equals("property"))
                    .forEach(entry -> property(entry, changelog, true));
        }
        for (Element entry : root.children()) {
            repeats.checkAll(entry);
            if (entry.name().equals("property")) {
                property(entry, changelog, yaml);
                parameters(entry);
            } else {
                definitions.check(entry);
                entry(entry, changelog);
            }
        }
    }

    private void entry(Element entry, Changelog changelog) {
        switch (entry.name()) {
            case "changeSet" -> changeSets.read(entry, changelog).ifPresent(each -> each.addTo(changelog.changeSets()));
            case "include" -> includes.include(entry, changelog);
            case "includeAll" -> includes.includeAll(entry, changelog);
            case "preConditions" -> preconditions.check(entry);
            case "modifyChangeSets" -> modifyChangeSets(entry, changelog);
            case "removeChangeSetProperty" ->
                entry.children().forEach(child -> values.known(child, entry.name(), REMOVAL));
            default -> attribute(entry);
        }
    }

    private void attribute(Element entry) {
        if (entry.name().equalsIgnoreCase("objectQuotingStrategy")) {
            values.oneOf(entry, Values.names(ObjectQuotingStrategy.class), false);
        } else if (ATTRIBUTES.stream().anyMatch(entry.name()::equalsIgnoreCase)) {
            values.single(entry);
        } else {
            problems.unknown(entry, "entry", YamlElements.ROOT, Values.union(ENTRIES, ATTRIBUTES));
        }
    }

    private void modifyChangeSets(Element entry, Changelog changelog) {
        for (Element child : entry.children()) {
            if (child.name().equals("include") || child.name().equals("includeAll")) {
                entry(child, changelog);
            } else if (values.known(child, entry.name(), Values.union(MODIFIERS, Set.of("include", "includeAll")))) {
                values.single(child);
            }
        }
    }

    private void parameters(Element property) {
        for (Element attribute : property.children()) {
            if (attribute.name().equals("value")) {
                attribute.values().forEach(definitions::checkLater);
            } else {
                definitions.check(attribute);
            }
        }
    }

    private void property(Element property, Changelog changelog, boolean yaml) {
        values.none(property, "it takes `name` and `value`, or `file`");
        for (Element attribute : property.children()) {
            if (values.known(attribute, "property", Vocabulary.property())) {
                propertyAttribute(attribute, yaml);
            }
        }
        String dbms = property.text("dbms");
        boolean applies = dbms == null
                || dbms.contains("${")
                || DatabaseList.definitionMatches(DatabaseList.toDbmsSet(dbms), "postgresql", true);
        boolean global = !property.has("global") || property.isTrue("global");
        String name = property.text("name");
        if (property.has("file")) {
            propertyFile(property, changelog, global);
        } else if (name == null) {
            problems.error(property.position(), "`property` needs `name` and `value`, or `file`");
        } else if (applies) {
            String value = property.text("value");
            definitions.define(definitions.expand(name).orElse(name), value == null ? "" : value, global);
        }
    }

    private void propertyAttribute(Element attribute, boolean yaml) {
        switch (attribute.name()) {
            case "global", "errorIfMissing", "relativeToChangelogFile" -> values.bool(attribute);
            case "name", "context", "labels", "dbms", "file" -> {
                if (yaml) {
                    values.string(attribute);
                } else {
                    values.single(attribute);
                }
            }
            default -> values.single(attribute);
        }
    }

    private void propertyFile(Element property, Changelog changelog, boolean global) {
        var attribute = property.find("file");
        if (attribute.isEmpty() || attribute.get().values().size() != 1) {
            return;
        }
        var value = attribute.get().values().get(0);
        var written = definitions.expand(value.text());
        if (written.isEmpty()) {
            return;
        }
        var reference = new FileReferences.Reference(
                value, written.get(), changelog.file(), property.isTrue("relativeToChangelogFile"));
        boolean optional = property.has("errorIfMissing") && !property.isTrue("errorIfMissing");
        if (!optional || files.exists(reference)) {
            files.resolve(reference).ifPresent(found -> load(found, global));
        }
    }

    private void load(FileReferences.Found found, boolean global) {
        var loaded = new Properties();
        try {
            loaded.load(new StringReader(
                    files.read(found.path(), StandardCharsets.ISO_8859_1).text()));
        } catch (ProblemException e) {
            problems.addAll(e);
        } catch (IOException | IllegalArgumentException e) {
            problems.addAll(new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "not a properties file: " + e.getMessage())
                            .at(Position.startOf(found.path())),
                    e));
        }
        loaded.stringPropertyNames().forEach(name -> definitions.define(name, loaded.getProperty(name), global));
    }
}
