package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The properties in the form of a record: its components, in their order, with those of {@link Attributes} in place of that
 * component, which is the last.
 *
 * <p>It is found by reflection, so that a new kind of object has its form without another line of code.
 *
 * @param components makes and reads the record
 * @param own the properties that are components of its own
 * @param ofAttributes the properties of its attributes; none if it has no attributes
 * @param slots all its properties, by their names, in their order
 */
record Shape(Components components, List<Slot> own, List<Slot> ofAttributes, Map<String, Slot> slots) {

    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    /** Components whose names an object's own attributes have; PostgreSQL calls a sequence's OWNED BY. */
    private static final Map<String, String> BESIDE_ATTRIBUTES =
            Map.of(AttributesForm.OWNER, "owned-by", AttributesForm.GRANTS, "privileges");

    private static final KebabCaseStrategy KEBAB = new KebabCaseStrategy();

    static Shape of(Class<?> type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = find(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    Optional<Slot> findSlot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** Whether its records can be told apart by their names. */
    boolean isNamed() {
        Slot name = slots.get("name");
        return name != null && name.content() == Slot.Content.VALUE;
    }

    static String kebab(String name) {
        return KEBAB.translate(name);
    }

    private static Shape find(Class<?> type) {
        var components = Components.of(type);
        var own = new ArrayList<Slot>();
        var ofAttributes = new ArrayList<Slot>();
        for (Components.Component component : components.all()) {
            if (component.type() == Attributes.class) {
                ofAttributes.addAll(AttributesForm.slots(record -> (Attributes) component.require(record)));
            } else if (ofAttributes.isEmpty()) {
                own.add(slot(component));
            } else {
                throw new IllegalStateException("attributes must be the last component of " + type);
            }
        }
        var slots = new LinkedHashMap<String, Slot>();
        Stream.concat(own.stream(), ofAttributes.stream()).forEach(slot -> slots.put(slot.name(), slot));
        return new Shape(components, List.copyOf(own), List.copyOf(ofAttributes), slots);
    }

    /** Whether its records have an owner, grants, a comment and labels. */
    boolean hasAttributes() {
        return !ofAttributes.isEmpty();
    }

    private static Slot slot(Components.Component component) {
        Class<?> type = component.type();
        if (type == Options.class) {
            return slot(component, Slot.Content.OPTIONS, type, empty(component, false));
        }
        if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
            Class<?> element = element(component.declared().getGenericType());
            return slot(component, items(type, element), element, empty(component, true));
        }
        if (isRecord(type)) {
            return slot(component, Slot.Content.RECORD, type, empty(component, false));
        }
        RecordComponent declared = component.declared();
        JsonNode standard =
                Defaults.find(component.owner(), kebab(declared.getName())).orElseGet(() -> zero(type));
        return slot(component, Slot.Content.VALUE, type, standard);
    }

    private static Slot slot(Components.Component component, Slot.Content content, Class<?> type, JsonNode standard) {
        String name = kebab(component.declared().getName());
        return new Slot(
                BESIDE_ATTRIBUTES.getOrDefault(name, name),
                content,
                type,
                component.optional(),
                standard,
                component::read);
    }

    private static Slot.Content items(Class<?> list, Class<?> element) {
        if (isRecord(element)) {
            return Slot.Content.RECORDS;
        }
        return Set.class.isAssignableFrom(list) ? Slot.Content.SET : Slot.Content.VALUES;
    }

    private static Class<?> element(Type collection) {
        return (Class<?>) ((ParameterizedType) collection).getActualTypeArguments()[0];
    }

    private static boolean isRecord(Class<?> type) {
        return type.isRecord() && type != Identifier.class && type != QualifiedName.class;
    }

    private static JsonNode empty(Components.Component component, boolean list) {
        if (component.optional()) {
            return NullNode.instance;
        }
        return list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode zero(Class<?> type) {
        if (type == boolean.class) {
            return BooleanNode.FALSE;
        }
        return type.isPrimitive() ? LongNode.valueOf(0) : NullNode.instance;
    }
}
