package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps docs/schema/schemactl.schema.json what the code reads; run with {@code -Dschemactl.test.update=true} to write it. */
class SettingsSchemaTest {

    private static final Path SCHEMA = Path.of("docs/schema/schemactl.schema.json");

    /** A value with a variable in it, or with an escaped dollar sign, is checked when the variable is known. */
    private static final String WITH_VARIABLE = "\\$[{$]";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysWhatTheCodeReads() throws IOException {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        String expected = JSON.writer(printer).writeValueAsString(schema()) + "\n";
        if (Boolean.getBoolean("schemactl.test.update")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, expected);
        }
        assertEquals(expected, Files.readString(SCHEMA));
    }

    private static ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "schemactl.yaml")
                .put("description", "Targets and settings of schemactl.")
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set(Setting.TARGET.key(), value(Setting.TARGET));
        ObjectNode targets = properties
                .putObject("targets")
                .put("description", "The databases, by name, and the changelog that belongs to each.")
                .put("type", "object");
        targets.putObject("propertyNames").put("pattern", "^(?!all$)[A-Za-z0-9_][A-Za-z0-9_.-]*$");
        ObjectNode target = object(Setting.ofTarget());
        target.putArray("required").add(Setting.CHANGELOG.key());
        targets.set("additionalProperties", target);
        ObjectNode settings = object(Setting.ofSettings()).put("description", "What holds for every target.");
        properties.set("settings", settings);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode object(List<Setting> settings) {
        ObjectNode object = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        settings.forEach(setting -> properties.set(setting.key(), value(setting)));
        object.put("additionalProperties", false);
        return object;
    }

    private static ObjectNode value(Setting setting) {
        ObjectNode value = JSON.createObjectNode().put("description", setting.description());
        switch (setting.kind()) {
            case TEXT, PATH, URL, COMMAND -> value.put("type", "string").put("minLength", 1);
            case DURATION -> {
                value.putArray("type").add("string").add("integer");
                value.put("pattern", "^(0|[0-9]{1,9}(ms|s|m|h))$|" + WITH_VARIABLE);
                value.put("minimum", 0).put("maximum", 0);
            }
            case COUNT -> {
                value.putArray("type").add("integer").add("string");
                value.put("minimum", 0).put("maximum", 999_999).put("pattern", "^[0-9]{1,6}$|" + WITH_VARIABLE);
            }
            case BOOLEAN -> {
                value.putArray("type").add("boolean").add("string");
                value.put("pattern", "^(true|false|yes|no|on|off)$|" + WITH_VARIABLE);
            }
            case MAP -> {
                value.put("type", "object");
                value.putObject("additionalProperties")
                        .putArray("type")
                        .add("string")
                        .add("number")
                        .add("boolean");
            }
        }
        setting.defaultValue().ifPresent(text -> value.put("default", text));
        return value;
    }
}
