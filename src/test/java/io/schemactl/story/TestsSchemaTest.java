package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/schema/tests.schema.json says the same as the parser. */
final class TestsSchemaTest {

    private static JsonNode schema() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("docs/schema/tests.schema.json").toFile());
    }

    @ParameterizedTest
    @EnumSource(TestShape.class)
    void hasTheKeysOfTheParser(TestShape shape) throws IOException {
        JsonNode schema = schema();
        JsonNode object =
                shape == TestShape.FILE ? schema : schema.path("$defs").path(shape.id());
        List<String> keys = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);
        assertEquals(
                shape.keys().stream().sorted().toList(), keys.stream().sorted().toList());
        assertEquals(false, object.path("additionalProperties").asBoolean(true));
    }

    @Test
    void hasNoReferenceToNothing() throws IOException {
        JsonNode schema = schema();
        for (JsonNode reference : schema.findValues("$ref")) {
            assertEquals(false, schema.at(reference.asText().substring(1)).isMissingNode(), reference.asText());
        }
    }
}
