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
import io.schemactl.yaml.YamlCursor;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.function.Consumer;

/** Turns YAML into trees of properties, and says where it does not fit. */
final class SnapshotValues {

    private final YamlCursor yaml;

    SnapshotValues(YamlCursor yaml) {
        this.yaml = yaml;
    }

    /** Takes a mapping. */
    void mapping(Consumer<Scalar> entry) {
        if (!yaml.isMapping()) {
            throw problem("this must be a mapping", yaml.position());
        }
        yaml.mapping(entry);
    }

    /** Takes the value of a property. */
    JsonNode value(Slot slot) {
        if (!yaml.isScalar()) {
            return composed(slot);
        }
        Scalar scalar = yaml.scalar();
        if (scalar.isNull()) {
            return NullNode.instance;
        }
        return switch (slot.content()) {
            case VALUE -> scalar(slot, scalar);
            case VALUES, SET -> throw problem("this must be a list", scalar.position());
            case RECORDS ->
                throw problem(
                        slot.shape().isNamed() ? "this must be a mapping" : "this must be a list", scalar.position());
            case RECORD, OPTIONS, GRANTS -> throw problem("this must be a mapping", scalar.position());
        };
    }

    private JsonNode composed(Slot slot) {
        return switch (slot.content()) {
            case VALUE -> throw problem("this must be one value", yaml.position());
            case RECORD -> properties(slot.shape());
            case RECORDS -> records(slot.shape());
            case VALUES, SET -> list(slot);
            case OPTIONS -> texts();
            case GRANTS -> grants();
        };
    }

    private ObjectNode properties(Shape shape) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        mapping(key -> {
            Slot slot = shape.findSlot(key.text()).orElseThrow(() -> unknown(key, shape.names()));
            properties.set(slot.name(), value(slot));
        });
        return properties;
    }

    private ArrayNode records(Shape shape) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        if (!shape.isNamed()) {
            sequence(() -> records.add(properties(shape)));
        } else if (yaml.isSequence()) {
            sequence(() -> {
                throw problem("this must be a mapping", yaml.position());
            });
        } else {
            mapping(key -> records.add(properties(shape).put("name", key.text())));
        }
        return records;
    }

    private ArrayNode list(Slot slot) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        sequence(() -> list.add(scalar(slot, scalar())));
        return list;
    }

    private ObjectNode texts() {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        mapping(key -> texts.put(key.text(), scalar().text()));
        return texts;
    }

    private ObjectNode grants() {
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        mapping(key -> {
            ArrayNode privileges = grants.putArray(key.text());
            sequence(() -> privileges.add(scalar().text()));
        });
        return grants;
    }

    private static JsonNode scalar(Slot slot, Scalar scalar) {
        if (slot.type().isEnum()) {
            return word(slot.type(), scalar);
        }
        if (slot.isNumber()) {
            return number(scalar);
        }
        if (slot.isFlag()) {
            if (scalar.kind() != YamlNode.Kind.BOOLEAN) {
                throw problem("this must be true or false", scalar.position());
            }
            return BooleanNode.valueOf(scalar.text().equals("true"));
        }
        return TextNode.valueOf(scalar.text());
    }

    private static JsonNode number(Scalar scalar) {
        if (scalar.kind() == YamlNode.Kind.FLOAT) {
            return DoubleNode.valueOf(Double.parseDouble(scalar.text()));
        }
        if (scalar.kind() != YamlNode.Kind.INTEGER) {
            throw problem("this must be a number", scalar.position());
        }
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
        if (!Words.of(constants).byWord().containsKey(scalar.text())) {
            throw problem(
                    "unknown value `%s`; possible are %s"
                            .formatted(scalar.text(), String.join(", ", Words.all(constants))),
                    scalar.position());
        }
        return TextNode.valueOf(scalar.text());
    }

    /** Takes one value. */
    Scalar scalar() {
        if (!yaml.isScalar()) {
            throw problem("this must be one value", yaml.position());
        }
        return yaml.scalar();
    }

    private void sequence(Runnable item) {
        if (!yaml.isSequence()) {
            throw problem("this must be a list", yaml.position());
        }
        yaml.sequence(item);
    }

    static ProblemException unknown(Scalar key, List<String> known) {
        return problem("unknown key `%s`%s".formatted(key.text(), Suggestion.hint(key.text(), known)), key.position());
    }

    private static ProblemException problem(String message, Position position) {
        return new ProblemException(Problem.of(ProblemCode.SNAPSHOT, message)
                .at(position)
                .fix("take back the edit, or run `schemactl snapshot` to write the file again"));
    }
}
