package io.schemactl.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.story.ExpectedValue.Form;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.math.BigDecimal;

/** Reads the values that a query should return. */
final class ValueReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValueReader() {}

    static ExpectedValue read(YamlNode node) {
        return node instanceof Scalar scalar
                ? new ExpectedValue(form(scalar), scalar.text())
                : new ExpectedValue(Form.JSON, json(node).toString());
    }

    private static Form form(Scalar scalar) {
        return switch (scalar.kind()) {
            case NULL -> Form.NULL;
            case BOOLEAN -> Fields.isYes(scalar) ? Form.TRUE : Form.FALSE;
            case INTEGER, FLOAT -> Form.NUMBER;
            case STRING, TIMESTAMP, OTHER -> Form.TEXT;
        };
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
            return object;
        }
        return json((Scalar) node);
    }

    private static JsonNode json(Scalar scalar) {
        return switch (form(scalar)) {
            case NULL -> JSON.nullNode();
            case TRUE -> JSON.booleanNode(true);
            case FALSE -> JSON.booleanNode(false);
            case NUMBER -> number(scalar.text());
            case TEXT, JSON -> JSON.textNode(scalar.text());
        };
    }

    /** YAML has numbers that JSON has not, such as 1_000 and .inf; they count as text. */
    private static JsonNode number(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
    }
}
