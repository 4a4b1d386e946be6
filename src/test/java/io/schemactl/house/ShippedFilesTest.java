package io.schemactl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors complete and check the project's own files by the published schemas, so these files must be valid. */
final class ShippedFilesTest {

    private static final Path SCHEMAS = Path.of("docs/schema");
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<Path> expectationFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("changelog"))) {
            return files.filter(file -> file.endsWith("expect.yaml")).sorted().toList();
        }
    }

    static List<Path> testFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("changelog"))) {
            return files.filter(file -> file.endsWith("tests.yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("testFiles")
    void testsAreValid(Path file) throws IOException {
        assertEquals(Set.of(), messages("tests.schema.json", Files.readString(file)));
    }

    @ParameterizedTest
    @MethodSource("expectationFiles")
    void expectationsAreValid(Path file) throws IOException {
        assertEquals(Set.of(), messages("expect.schema.json", Files.readString(file)));
    }

    @Test
    void settingsAreValid() throws IOException {
        assertEquals(
                Set.of(), messages("schemactl.schema.json", Files.readString(Path.of("changelog/schemactl.yaml"))));
    }

    @Test
    void snapshotsAreValid() throws IOException {
        for (String name : List.of("rich-14.schema.yaml", "rich-18.schema.yaml")) {
            String snapshot =
                    Files.readString(Path.of("src/test/resources/catalog").resolve(name));
            assertEquals(Set.of(), messages("snapshot.schema.json", snapshot));
        }
    }

    @Test
    void everyStoryHasExpectationsAndTests() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("changelog"), 2)) {
            List<Path> stories = folders.filter(
                            folder -> String.valueOf(folder.getFileName()).startsWith("story-"))
                    .toList();
            assertEquals(stories.size(), expectationFiles().size());
            assertEquals(stories.size(), testFiles().size());
            assertTrue(stories.size() >= 9, stories.toString());
        }
    }

    @Test
    void schemasFindTypingErrors() throws IOException {
        assertFalse(
                messages("expect.schema.json", "tables: { a: { colums: {} } }").isEmpty());
        assertFalse(messages("schemactl.schema.json", "target: {}").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test: []",
                "tests: [{ query: SELECT 1, rows: [] }]",
                "tests: [{ name: a, qery: SELECT 1, rows: [] }]",
                "tests: [{ name: a, query: SELECT 1 }]",
                "tests: [{ name: a, query: SELECT 1, statement: SELECT 1 }]",
                "tests: [{ name: a, query: SELECT 1, rows: [], uses-index: i }]",
                "tests: [{ name: a, query: SELECT 1, rows: [[]] }]",
                "tests: [{ name: a, statement: SELECT 1, rows: [] }]",
                "tests: [{ name: a, statement: SELECT 1, error: 22p02 }]",
                "tests: [{ name: a, statement: SELECT 1, error: '23505', affects: 1 }]",
                "tests: [{ name: a, statement: SELECT 1, affects: -1 }]",
                "before: { a: b }",
                "compatible: [{ statement: SELECT 1 }]"
            })
    void schemaOfTestsFindsMistakes(String yaml) throws IOException {
        assertFalse(messages("tests.schema.json", yaml).isEmpty());
    }

    private static Set<ValidationMessage> messages(String schema, String yaml) throws IOException {
        JsonNode definition = YAML.readTree(Files.readString(SCHEMAS.resolve(schema)));
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(definition);
        return validator.validate(YAML.readTree(yaml));
    }
}
