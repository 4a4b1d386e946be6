package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.problem.Suggestion;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Leaves out of trees of properties what has its default, and fills it in again. */
final class Sparse {

    private Sparse() {}

    /** A tree without what has its default. */
    static ObjectNode of(Shape shape, JsonNode full) {
        ObjectNode sparse = JsonNodeFactory.instance.objectNode();
        for (Slot slot : shape.slots()) {
            JsonNode value = sparse(slot, full.get(slot.name()));
            if (!value.equals(slot.standard())) {
                sparse.set(slot.name(), value);
            }
        }
        return sparse;
    }

    /**
     * A tree with all properties.
     *
     * @throws IllegalArgumentException if the tree has properties that are none
     */
    static ObjectNode complete(Shape shape, JsonNode sparse) {
        sparse.fieldNames().forEachRemaining(name -> {
            if (shape.findSlot(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "unknown property `%s`%s".formatted(name, Suggestion.hint(name, shape.names())));
            }
        });
        ObjectNode full = JsonNodeFactory.instance.objectNode();
        for (Slot slot : shape.slots()) {
            JsonNode value = sparse.get(slot.name());
            full.set(slot.name(), complete(slot, value == null ? slot.standard() : value));
        }
        return full;
    }

    private static JsonNode sparse(Slot slot, JsonNode value) {
        return nested(slot, value, item -> of(shape(slot), item));
    }

    private static JsonNode complete(Slot slot, JsonNode value) {
        return nested(slot, value, item -> complete(shape(slot), item));
    }

    private static JsonNode nested(Slot slot, JsonNode value, UnaryOperator<JsonNode> form) {
        if (value.isNull()) {
            return value;
        }
        return switch (slot.content()) {
            case RECORD -> form.apply(value);
            case RECORDS -> each(value, form);
            case VALUE, VALUES, SET, MAP, OPTIONS, GRANTS -> value;
        };
    }

    private static ArrayNode each(JsonNode list, UnaryOperator<JsonNode> form) {
        ArrayNode formed = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> formed.add(form.apply(item)));
        return formed;
    }

    private static Shape shape(Slot slot) {
        return Objects.requireNonNull(slot.shape());
    }
}
