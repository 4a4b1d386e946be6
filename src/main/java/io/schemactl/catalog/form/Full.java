package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Turns trees as Jackson makes them of records into trees of properties, and back. */
final class Full {

    private static final String ATTRIBUTES = "attributes";
    private static final String VALUES = "values";

    private Full() {}

    /** The properties in a record's tree. */
    static ObjectNode tree(Shape shape, JsonNode record) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        shape.own().forEach(slot -> tree.set(slot.name(), property(slot, record.get(slot.component()))));
        if (shape.hasAttributes()) {
            AttributesForm.spread(record.get(ATTRIBUTES), tree);
        }
        return tree;
    }

    /** The tree of the record that has some properties. */
    static ObjectNode record(Shape shape, JsonNode tree) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        shape.own().forEach(slot -> record.set(slot.component(), component(slot, tree.get(slot.name()))));
        if (shape.hasAttributes()) {
            record.set(ATTRIBUTES, AttributesForm.gather(tree));
        }
        return record;
    }

    private static JsonNode property(Slot slot, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return switch (slot.content()) {
            case VALUE -> slot.constants() == null ? number(value) : word(value);
            case RECORD -> tree(shape(slot), value);
            case RECORDS -> each(value, item -> tree(shape(slot), item));
            case VALUES -> slot.constants() == null ? value : each(value, Full::word);
            case SET -> slot.constants() == null ? sorted(value) : each(value, Full::word);
            case OPTIONS -> value.get(VALUES);
            case MAP, GRANTS -> value;
        };
    }

    private static JsonNode component(Slot slot, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return switch (slot.content()) {
            case VALUE -> slot.constants() == null ? value : constant(value);
            case RECORD -> record(shape(slot), value);
            case RECORDS -> each(value, item -> record(shape(slot), item));
            case VALUES, SET -> slot.constants() == null ? value : each(value, Full::constant);
            case OPTIONS -> JsonNodeFactory.instance.objectNode().set(VALUES, value);
            case MAP, GRANTS -> value;
        };
    }

    private static Shape shape(Slot slot) {
        return Objects.requireNonNull(slot.shape());
    }

    private static ArrayNode each(JsonNode list, UnaryOperator<JsonNode> form) {
        ArrayNode formed = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> formed.add(form.apply(item)));
        return formed;
    }

    private static ArrayNode sorted(JsonNode set) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(set.spliterator(), false)
                .sorted(Comparator.comparing(JsonNode::asText))
                .forEach(sorted::add);
        return sorted;
    }

    /** Numbers that are equal have one form, whatever their Java type. */
    private static JsonNode number(JsonNode value) {
        boolean whole =
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        return whole ? LongNode.valueOf(value.longValue()) : value;
    }

    /** An enum constant as people write it. */
    private static JsonNode word(JsonNode constant) {
        return TextNode.valueOf(word(constant.asText()));
    }

    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static JsonNode constant(JsonNode word) {
        return TextNode.valueOf(word.asText().toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
