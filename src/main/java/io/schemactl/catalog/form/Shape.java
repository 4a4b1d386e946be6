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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties in the form of a record: its components, in their order, with those of {@link Attributes} in place of that
 * component.
 *
 * <p>It is found by reflection, so that a new kind of object has its form without another line of code.
 *
 * @param type the record
 * @param own the properties that are components of its own
 * @param slots all its properties
 */
record Shape(Class<?> type, List<Slot> own, List<Slot> slots) {

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
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    List<String> names() {
        return slots.stream().map(Slot::name).toList();
    }

    /** Whether its records can be told apart by their names. */
    boolean isNamed() {
        return findSlot("name")
                .filter(slot -> slot.content() == Slot.Content.VALUE)
                .isPresent();
    }

    static String kebab(String name) {
        return KEBAB.translate(name);
    }

    private static Shape find(Class<?> type) {
        var own = new ArrayList<Slot>();
        var slots = new ArrayList<Slot>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == Attributes.class) {
                slots.addAll(AttributesForm.SLOTS);
            } else {
                Slot slot = slot(type, component);
                own.add(slot);
                slots.add(slot);
            }
        }
        return new Shape(type, List.copyOf(own), List.copyOf(slots));
    }

    /** Whether its records have an owner, grants, a comment and labels. */
    boolean hasAttributes() {
        return slots.size() > own.size();
    }

    private static Slot slot(Class<?> owner, RecordComponent recordComponent) {
        String component = kebab(recordComponent.getName());
        String name = BESIDE_ATTRIBUTES.getOrDefault(component, component);
        Class<?> type = recordComponent.getType();
        boolean optional = recordComponent.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (type == Options.class) {
            return new Slot(component, name, Slot.Content.OPTIONS, null, null, empty(optional, false));
        }
        if (Map.class.isAssignableFrom(type)) {
            return new Slot(component, name, Slot.Content.MAP, null, null, empty(optional, false));
        }
        if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
            return items(component, name, recordComponent, empty(optional, true));
        }
        if (type.isRecord() && !isName(type)) {
            return new Slot(component, name, Slot.Content.RECORD, of(type), null, empty(optional, false));
        }
        JsonNode standard = Defaults.find(owner, component).orElseGet(() -> zero(type));
        return new Slot(component, name, Slot.Content.VALUE, null, type.isEnum() ? type : null, standard);
    }

    private static Slot items(String component, String name, RecordComponent list, JsonNode standard) {
        Class<?> element = element(list.getGenericType());
        if (element.isRecord() && !isName(element)) {
            return new Slot(component, name, Slot.Content.RECORDS, of(element), null, standard);
        }
        boolean isSet = Set.class.isAssignableFrom(list.getType());
        return new Slot(
                component,
                name,
                isSet ? Slot.Content.SET : Slot.Content.VALUES,
                null,
                element.isEnum() ? element : null,
                standard);
    }

    private static Class<?> element(Type collection) {
        return (Class<?>) ((ParameterizedType) collection).getActualTypeArguments()[0];
    }

    private static boolean isName(Class<?> type) {
        return type == Identifier.class || type == QualifiedName.class;
    }

    private static JsonNode empty(boolean optional, boolean list) {
        if (optional) {
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
