package io.schemactl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that JSON output is what docs/schema/output says. */
final class OutputSchemasTest {

    private static final Path SCHEMAS = Path.of("docs/schema/output");
    private static final String SUFFIX = ".schema.json";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    static Stream<String> documents() {
        return JsonSamples.all().keySet().stream();
    }

    private static JsonSchema schema(String command) {
        return FACTORY.getSchema(
                SchemaLocation.of(SCHEMAS.resolve(command + SUFFIX).toUri().toString()));
    }

    private static String command(String document) {
        return document.replaceFirst("-.*", "");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentsFollowTheirSchemas(String name) {
        String document = JsonSamples.all().get(name);
        assertEquals(Set.of(), schema(command(name)).validate(document, InputFormat.JSON));
    }

    @Test
    void schemasRefuseWhatTheyDoNotName() {
        String document = new JsonReports(Samples.DIRECTORY).upgrade(List.of(Samples.small()), List.of());
        String other = document.replace("\"applied\": 1", "\"aplied\": 1");
        assertFalse(schema("upgrade").validate(other, InputFormat.JSON).isEmpty());
    }

    @Test
    void schemasAreSchemas() throws IOException {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        for (Path file : files()) {
            assertEquals(Set.of(), meta.validate(Files.readString(file), InputFormat.JSON), file.toString());
        }
    }

    @Test
    void everyDocumentSchemaIsUsed() throws IOException {
        Set<String> named = new TreeSet<>(Set.of("common", "problem"));
        documents().map(OutputSchemasTest::command).forEach(named::add);
        Set<String> there = new TreeSet<>();
        files().forEach(file -> there.add(file.getFileName().toString().replace(SUFFIX, "")));
        assertEquals(named, there);
    }

    private static List<Path> files() throws IOException {
        try (var listed = Files.list(SCHEMAS)) {
            return listed.sorted().toList();
        }
    }
}
