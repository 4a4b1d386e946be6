package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Turns YAML into trees of properties, and says where it does not fit. */
final class SnapshotValues {

    private SnapshotValues() {}

    /** The properties in a mapping. */
    static ObjectNode properties(Shape shape, Mapping mapping) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        for (Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Slot slot = shape.findSlot(name)
                    .orElseThrow(() -> problem(
                            "unknown key `%s`%s".formatted(name, Suggestion.hint(name, shape.names())),
                            entry.key().position()));
            properties.set(name, value(slot, entry.value()));
        }
        return properties;
    }

    static Mapping mapping(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw problem("this must be a mapping", node.position());
    }

    private static JsonNode value(Slot slot, YamlNode node) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            return NullNode.instance;
        }
        return switch (slot.content()) {
            case VALUE -> scalar(slot, node);
            case RECORD -> properties(Objects.requireNonNull(slot.shape()), mapping(node));
            case RECORDS -> records(Objects.requireNonNull(slot.shape()), node);
            case VALUES, SET -> list(slot, node);
            case MAP, OPTIONS -> texts(node);
            case GRANTS -> grants(node);
        };
    }

    private static ArrayNode records(Shape shape, YamlNode node) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        if (!shape.isNamed()) {
            sequence(node).items().forEach(item -> records.add(properties(shape, mapping(item))));
            return records;
        }
        if (node instanceof Sequence sequence && sequence.items().isEmpty()) {
            return records;
        }
        mapping(node)
                .entries()
                .forEach(entry -> records.add(properties(shape, mapping(entry.value()))
                        .put("name", entry.key().text())));
        return records;
    }

    private static ArrayNode list(Slot slot, YamlNode node) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        sequence(node).items().forEach(item -> list.add(scalar(slot, item)));
        return list;
    }

    private static ObjectNode texts(YamlNode node) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        mapping(node)
                .entries()
                .forEach(entry ->
                        texts.put(entry.key().text(), scalar(entry.value()).text()));
        return texts;
    }

    private static ObjectNode grants(YamlNode node) {
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        mapping(node).entries().forEach(entry -> {
            ArrayNode privileges = grants.putArray(entry.key().text());
            sequence(entry.value())
                    .items()
                    .forEach(item -> privileges.add(scalar(item).text()));
        });
        return grants;
    }

    private static JsonNode scalar(Slot slot, YamlNode node) {
        Scalar scalar = scalar(node);
        if (slot.constants() != null) {
            return word(slot.constants(), scalar);
        }
        if (slot.standard().isNumber()
                && scalar.kind() != YamlNode.Kind.INTEGER
                && scalar.kind() != YamlNode.Kind.FLOAT) {
            throw problem("this must be a number", scalar.position());
        }
        if (slot.standard().isBoolean() && scalar.kind() != YamlNode.Kind.BOOLEAN) {
            throw problem("this must be true or false", scalar.position());
        }
        return switch (scalar.kind()) {
            case BOOLEAN -> BooleanNode.valueOf(scalar.text().equals("true"));
            case INTEGER -> number(scalar);
            case FLOAT -> DoubleNode.valueOf(Double.parseDouble(scalar.text()));
            case STRING, NULL, TIMESTAMP, OTHER -> TextNode.valueOf(scalar.text());
        };
    }

    private static LongNode number(Scalar scalar) {
        try {
            return LongNode.valueOf(Long.parseLong(scalar.text()));
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SNAPSHOT, "this is no whole number of 64 bits")
                            .at(scalar.position()),
                    e);
        }
    }

    private static TextNode word(Class<?> constants, Scalar scalar) {
        List<String> words = Stream.of(constants.getEnumConstants())
                .map(constant -> Full.word(((Enum<?>) constant).name()))
                .toList();
        if (!words.contains(scalar.text())) {
            throw problem(
                    "unknown value `%s`; possible are %s".formatted(scalar.text(), String.join(", ", words)),
                    scalar.position());
        }
        return TextNode.valueOf(scalar.text());
    }

    private static Scalar scalar(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw problem("this must be one value", node.position());
    }

    private static Sequence sequence(YamlNode node) {
        if (node instanceof Sequence sequence) {
            return sequence;
        }
        throw problem("this must be a list", node.position());
    }

    private static ProblemException problem(String message, Position position) {
        return new ProblemException(Problem.of(ProblemCode.SNAPSHOT, message)
                .at(position)
                .fix("take back the edit, or run `schemactl snapshot` to write the file again"));
    }
}
