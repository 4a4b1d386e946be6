package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON schemas of expect.yaml and tests.yaml, under docs/schema, say the same as the parsers. */
final class FileSchemasTest {

    private static final String EXPECTATIONS = "expect";
    private static final String TESTS = "tests";

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("docs/schema/%s.schema.json".formatted(name)).toFile());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void hasTheKeysOfExpectations(Shape shape) throws IOException {
        JsonNode schema = schema(EXPECTATIONS);
        assertKeys(
                shape.keys(),
                shape == Shape.FILE ? schema : schema.path("$defs").path(shape.id()));
    }

    @ParameterizedTest
    @EnumSource(TestShape.class)
    void hasTheKeysOfTests(TestShape shape) throws IOException {
        JsonNode schema = schema(TESTS);
        assertKeys(
                shape.keys(),
                shape == TestShape.FILE ? schema : schema.path("$defs").path(shape.id()));
    }

    private static void assertKeys(Collection<String> keys, JsonNode object) {
        List<String> properties = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(properties::add);
        assertEquals(
                keys.stream().sorted().toList(), properties.stream().sorted().toList());
        assertFalse(object.path("additionalProperties").asBoolean(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPECTATIONS, TESTS})
    void hasNoReferenceToNothing(String name) throws IOException {
        JsonNode schema = schema(name);
        for (JsonNode reference : schema.findValues("$ref")) {
            assertFalse(schema.at(reference.asText().substring(1)).isMissingNode(), reference.asText());
        }
    }
}
