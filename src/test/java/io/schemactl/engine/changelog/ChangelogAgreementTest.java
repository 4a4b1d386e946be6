package io.schemactl.engine.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.core.LoadDataColumnConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Liquibase accepts is accepted, and read as Liquibase reads it. */
class ChangelogAgreementTest {

    private static final Path VALID = Path.of("src/test/resources/io/schemactl/engine/changelog-valid");

    private static final List<String> INTERNAL = List.of("sqlStartLine", "sqlEndLine", "ignoreOriginalSplitStatements");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forms",
                "includes",
                "logical",
                "logical-include",
                "include-all",
                "properties",
                "xml",
                "formatted",
                "json",
                "order"
            })
    void readsWhatLiquibaseReads(String folder) throws Exception {
        agrees(VALID.resolve(folder), Map.of("given", "value"));
    }

    @TestFactory
    Stream<DynamicTest> readsShippedChangelogs() throws IOException {
        try (var list = Files.list(Path.of("changelog"))) {
            List<Path> folders = list.filter(folder -> Files.exists(folder.resolve("changelog.yaml")))
                    .toList();
            assertEquals(4, folders.size());
            return folders.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            "" + folder.getFileName(), () -> agrees(folder, "changelog.yaml", Map.of())));
        }
    }

    private static void agrees(Path folder, Map<String, String> parameters) throws Exception {
        String root;
        try (var list = Files.list(folder)) {
            root = list.map(file -> "" + file.getFileName())
                    .filter(name -> name.startsWith("root."))
                    .findFirst()
                    .orElseThrow();
        }
        agrees(folder, root, parameters);
    }

    private static void agrees(Path folder, String root, Map<String, String> parameters) throws Exception {
        ChangelogSource source;
        try {
            source = ChangelogSource.read(folder.resolve(root), folder, parameters);
        } catch (ProblemException e) {
            throw new AssertionError(
                    e.problems().stream()
                            .map(each -> each.position() + " " + each.message())
                            .collect(Collectors.joining("\n")),
                    e);
        }
        var ours = source.changeSets().stream()
                .map(each -> each.recordedFile() + "::" + each.id() + "::" + each.author() + " "
                        + each.changes().stream().map(ChangeSource::type).toList())
                .toList();
        var stock = Stock.parse(folder, root, parameters);
        assertEquals(String.join("\n", Stock.identities(stock)), String.join("\n", ours));
        assertEquals(List.of(), source.warnings());
    }

    @Test
    void acceptsEveryChangeWithEveryAttribute(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("file.sql"), "select 1");
        var text = new StringBuilder("databaseChangeLog:\n");
        var factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
        for (String type : new TreeSet<>(factory.getDefinedChanges())) {
            text.append("- changeSet:\n    id: %s\n    author: a\n    changes:\n    - %s: {".formatted(type, type));
            if (type.equals("customChange")) {
                text.append("class: a.B, ownProperty: x");
            }
            text.append(factory.getChangeMetaData(type).getParameters().values().stream()
                    .filter(parameter -> !INTERNAL.contains(parameter.getParameterName()))
                    .map(ChangelogAgreementTest::attribute)
                    .collect(Collectors.joining(", ")));
            text.append("}\n");
        }
        Files.writeString(folder.resolve("root.yaml"), text.toString());
        var source = ChangelogSource.read(folder.resolve("root.yaml"), folder, Map.of());
        assertEquals(factory.getDefinedChanges().size(), source.changeSets().size());
    }

    private static String attribute(ChangeParameterMetaData parameter) {
        var columns = Vocabulary.columnType(parameter);
        if (columns != null) {
            return parameter.getParameterName() + ": [{column: {"
                    + new Vocabulary()
                            .column(columns).entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + sample(entry.getKey(), entry.getValue()))
                                    .collect(Collectors.joining(", "))
                    + "}}]";
        }
        return parameter.getParameterName() + ": " + sample(parameter.getParameterName(), parameter.getDataTypeClass());
    }

    private static String sample(String name, Class<?> type) {
        if (name.equals("constraints")) {
            return "{"
                    + new Vocabulary()
                            .constraints().entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + sample(entry.getKey(), entry.getValue()))
                                    .collect(Collectors.joining(", "))
                    + "}";
        }
        if (List.of("path", "file", "valueClobFile", "valueBlobFile").contains(name)) {
            return "file.sql";
        }
        if (name.equals("encoding")) {
            return "UTF-8";
        }
        if (type == Boolean.class) {
            return "true";
        }
        return Number.class.isAssignableFrom(type) ? "1" : "x";
    }

    @Test
    void acceptsEveryAttributeOfColumnsToLoad() {
        assertEquals(
                List.of("allowUpdate", "header", "index", "nullPlaceholder"),
                new Vocabulary()
                        .column(LoadDataColumnConfig.class).keySet().stream()
                                .filter(name -> !new Vocabulary()
                                        .column(liquibase.change.ColumnConfig.class)
                                        .containsKey(name))
                                .sorted()
                                .toList());
    }
}
