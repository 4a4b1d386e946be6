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
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Options;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns records into trees of properties. */
final class RecordTree {

    private static final RecordTree WHOLE = new RecordTree(true);
    private static final RecordTree SPARSE = new RecordTree(false);

    private final boolean whole;

    private RecordTree(boolean whole) {
        this.whole = whole;
    }

    /** All properties; what is absent is null. */
    static ObjectNode whole(Object record) {
        return WHOLE.tree(record);
    }

    /** The properties that have not their defaults. */
    static ObjectNode sparse(Object record) {
        return SPARSE.tree(record);
    }

    private ObjectNode tree(Object record) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (Slot slot : Shape.of(record.getClass()).slots().values()) {
            JsonNode value = property(slot, slot.of(record));
            if (whole || !value.equals(slot.standard())) {
                tree.set(slot.name(), value);
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private JsonNode property(Slot slot, @Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        }
        return switch (slot.content()) {
            case VALUE -> scalar(value);
            case RECORD -> tree(value);
            case RECORDS -> each((Collection<?>) value, this::tree);
            case VALUES -> each((Collection<?>) value, RecordTree::scalar);
            case SET ->
                slot.type().isEnum() ? each((Collection<?>) value, RecordTree::scalar) : sorted((Collection<?>) value);
            case OPTIONS -> options((Options) value);
            case GRANTS -> AttributesForm.tree((List<Grant>) value);
        };
    }

    private static ArrayNode each(Collection<?> list, Function<Object, JsonNode> form) {
        var formed = new ArrayNode(JsonNodeFactory.instance, list.size());
        list.forEach(item -> formed.add(form.apply(item)));
        return formed;
    }

    private static ArrayNode sorted(Collection<?> set) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(each(set, RecordTree::scalar).spliterator(), false)
                .sorted(Comparator.comparing(JsonNode::asText))
                .forEach(sorted::add);
        return sorted;
    }

    private static ObjectNode options(Options options) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        options.values().forEach(tree::put);
        return tree;
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return TextNode.valueOf(Words.of(constant));
        }
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        return value instanceof Number number ? number(number) : TextNode.valueOf(value.toString());
    }

    /** Numbers that are equal have one form, whatever their Java type. */
    private static JsonNode number(Number number) {
        boolean whole = !(number instanceof Double) || number.doubleValue() == Math.rint(number.doubleValue());
        return whole ? LongNode.valueOf(number.longValue()) : DoubleNode.valueOf(number.doubleValue());
    }
}
