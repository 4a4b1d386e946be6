package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemactl.catalog.Options;
import io.schemactl.problem.Suggestion;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes records of trees of properties; what is equal in many of them is kept once. */
final class RecordMaker {

    private final Map<String, Identifier> identifiers = new HashMap<>();
    private final Map<String, QualifiedName> names = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final IdentityHashMap<Slot, Object> defaults = new IdentityHashMap<>();

    /**
     * The record that has some properties; what they leave out is as PostgreSQL gives it.
     *
     * @throws IllegalArgumentException if there is no such record
     */
    Object record(Shape shape, JsonNode properties) {
        for (var names = properties.fieldNames(); names.hasNext(); ) {
            refuseUnknown(names.next(), shape);
        }
        var arguments = values(shape.own(), properties);
        if (shape.hasAttributes()) {
            arguments.add(AttributesForm.gather(values(shape.ofAttributes(), properties)));
        }
        return shape.components().make(arguments.toArray());
    }

    private static void refuseUnknown(String name, Shape shape) {
        if (!shape.slots().containsKey(name)) {
            throw new IllegalArgumentException(
                    "unknown property `%s`%s".formatted(name, Suggestion.hint(name, shape.names())));
        }
    }

    private List<@Nullable Object> values(List<Slot> slots, JsonNode properties) {
        var values = new ArrayList<@Nullable Object>(slots.size() + 1);
        for (Slot slot : slots) {
            values.add(value(slot, properties));
        }
        return values;
    }

    private @Nullable Object value(Slot slot, JsonNode properties) {
        JsonNode value = properties.get(slot.name());
        if (value == null) {
            Object known = defaults.get(slot);
            if (known != null) {
                return known;
            }
        }
        JsonNode given = value == null ? slot.standard() : value;
        if (given.isNull()) {
            if (!slot.optional()) {
                throw new IllegalArgumentException("`%s` is missing".formatted(slot.name()));
            }
            return null;
        }
        Object made = make(slot, given);
        if (value == null) {
            defaults.put(slot, made);
        }
        return made;
    }

    private Object make(Slot slot, JsonNode value) {
        return switch (slot.content()) {
            case VALUE -> scalar(slot, value);
            case RECORD -> record(slot.shape(), value);
            case RECORDS -> each(value, item -> record(slot.shape(), item), new ArrayList<>());
            case VALUES -> each(value, item -> scalar(slot, item), new ArrayList<>());
            case SET ->
                slot.type().isEnum()
                        ? each(value, item -> scalar(slot, item), new LinkedHashSet<>())
                        : each(value, item -> scalar(slot, item), new ArrayList<>());
            case OPTIONS -> options(value);
            case GRANTS -> AttributesForm.grants(value);
        };
    }

    private static <C extends Collection<Object>> C each(JsonNode list, Function<JsonNode, Object> form, C collection) {
        list.forEach(item -> collection.add(form.apply(item)));
        return collection;
    }

    private static Options options(JsonNode value) {
        if (value.isEmpty()) {
            return Options.none();
        }
        var options = new TreeMap<String, String>();
        value.properties()
                .forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
        return new Options(options);
    }

    private Object scalar(Slot slot, JsonNode value) {
        Class<?> type = slot.type();
        if (type.isEnum()) {
            return constant(slot, value.asText());
        }
        if (slot.isNumber()) {
            return number(slot, value);
        }
        if (slot.isFlag()) {
            return flag(slot, value);
        }
        if (type == Identifier.class) {
            return identifiers.computeIfAbsent(value.asText(), NameText::identifier);
        }
        if (type == QualifiedName.class) {
            return names.computeIfAbsent(value.asText(), this::qualified);
        }
        return texts.computeIfAbsent(value.asText(), text -> text);
    }

    private QualifiedName qualified(String text) {
        QualifiedName name = NameText.qualified(text);
        return new QualifiedName(shared(name.schema()), shared(name.name()));
    }

    private static Object constant(Slot slot, String word) {
        Object constant = Words.of(slot.type()).byWord().get(word);
        if (constant == null) {
            throw new IllegalArgumentException("`%s` cannot be %s".formatted(slot.name(), word));
        }
        return constant;
    }

    private static Object number(Slot slot, JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("`%s` must be a number".formatted(slot.name()));
        }
        if (slot.type() == double.class) {
            return value.doubleValue();
        }
        if (slot.type() == long.class) {
            return value.longValue();
        }
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException("`%s` is too large".formatted(slot.name()));
        }
        return value.intValue();
    }

    private static Object flag(Slot slot, JsonNode value) {
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("`%s` must be true or false".formatted(slot.name()));
        }
        return value.booleanValue();
    }

    private Identifier shared(Identifier name) {
        return identifiers.computeIfAbsent(name.display(), text -> name);
    }
}
