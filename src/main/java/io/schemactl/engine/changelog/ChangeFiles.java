package io.schemactl.engine.changelog;

import io.schemactl.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/** Finds the SQL of changes, in the changelog or in the files that they name. */
final class ChangeFiles {

    /** The attribute that names a change's file; Liquibase's metadata does not say that it is one. */
    private static final Map<String, String> FILE = Map.of(
            "sqlFile", "path",
            "createProcedure", "path",
            "createView", "path",
            "loadData", "file",
            "loadUpdateData", "file");

    /** The attributes that hold SQL. */
    private static final Map<String, List<String>> SQL = Map.of(
            "sql", List.of("sql"),
            "createProcedure", List.of("procedureText", "procedureBody"),
            "createView", List.of("selectQuery"));

    private final FileReferences files;
    private final Definitions definitions;
    private final Problems problems;

    ChangeFiles(FileReferences files, Definitions definitions, Problems problems) {
        this.files = files;
        this.definitions = definitions;
        this.problems = problems;
    }

    /** The change with its SQL; says so if a file that it names is not there. */
    ChangeSource source(Element change, FileReferences.Found changelog) {
        boolean runs = DatabaseList.definitionMatches(DatabaseList.toDbmsSet(change.text("dbms")), "postgresql", true);
        if (runs) {
            change.children().forEach(child -> largeObjects(child, changelog));
        }
        var text = inline(change);
        if (text == null && runs) {
            text = inFile(change, changelog);
        }
        return new ChangeSource(change.name(), change.position(), text);
    }

    private static @Nullable SourceText inline(Element change) {
        if (!SQL.containsKey(change.name())) {
            return null;
        }
        if (change.values().size() == 1) {
            return change.values().get(0).source();
        }
        return SQL.get(change.name()).stream()
                .map(change::find)
                .flatMap(Optional::stream)
                .filter(attribute -> attribute.values().size() == 1)
                .map(attribute -> attribute.values().get(0).source())
                .findFirst()
                .orElse(null);
    }

    private @Nullable SourceText inFile(Element change, FileReferences.Found changelog) {
        String attribute = FILE.get(change.name());
        var named = attribute == null ? Optional.<Element>empty() : change.find(attribute);
        if (named.isEmpty() || named.get().values().size() != 1) {
            return null;
        }
        var value = named.get().values().get(0);
        var found = definitions
                .expand(value.text())
                .flatMap(written -> files.resolve(new FileReferences.Reference(
                        value, written, changelog, change.isTrue("relativeToChangelogFile"))));
        return found.isEmpty() || change.name().startsWith("load") ? null : text(change, found.get());
    }

    private @Nullable SourceText text(Element change, FileReferences.Found found) {
        try {
            var file = files.read(found.path(), charset(change));
            var text = new SourceText(file.text(), file, 0);
            definitions.check(text);
            return text;
        } catch (ProblemException e) {
            problems.addAll(e);
            return null;
        }
    }

    private Charset charset(Element change) {
        String name = change.text("encoding");
        if (name == null || name.contains("${")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.error(change.positionOf("encoding"), "unknown encoding `%s`".formatted(name));
            return StandardCharsets.UTF_8;
        }
    }

    /** Liquibase looks for these relative to the changelog and to the search path. */
    private void largeObjects(Element element, FileReferences.Found changelog) {
        boolean names = element.name().equals("valueClobFile") || element.name().equals("valueBlobFile");
        if (names && element.values().size() == 1) {
            var value = element.values().get(0);
            definitions.expand(value.text()).ifPresent(written -> {
                var beside = new FileReferences.Reference(value, written, changelog, true);
                files.resolve(
                        files.exists(beside) ? beside : new FileReferences.Reference(value, written, changelog, false));
            });
        }
        element.children().forEach(child -> largeObjects(child, changelog));
    }
}
