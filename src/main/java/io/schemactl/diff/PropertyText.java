package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Prints values of properties. */
final class PropertyText {

    private PropertyText() {}

    /** A value; null if there is none. */
    static @Nullable String of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray()) {
            return value.isEmpty() ? "none" : elements(value);
        }
        return value.isObject() ? mapping(value) : value.asText();
    }

    /** An element of a list, without its name. */
    static String item(JsonNode item) {
        var parts = new ArrayList<String>();
        item.properties().forEach(field -> {
            if (!field.getKey().equals("name")) {
                part(field.getKey(), field.getValue(), parts);
            }
        });
        return String.join(", ", parts);
    }

    private static String elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(PropertyText::of)
                .collect(Collectors.joining(", "));
    }

    private static String mapping(JsonNode mapping) {
        var parts = new ArrayList<String>();
        mapping.properties().forEach(field -> part(field.getKey(), field.getValue(), parts));
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static void part(String name, JsonNode value, List<String> parts) {
        if (isNothing(value)) {
            return;
        }
        if (name.equals("operator-class")) {
            operatorClass(value, parts);
        } else if (value.isObject()) {
            parts.add(mapping(value));
        } else if (value.isBoolean()) {
            parts.add(name.replace('-', ' '));
        } else {
            parts.add(isPlain(name) ? of(value) : "%s %s".formatted(name.replace('-', ' '), of(value)));
        }
    }

    /** The type's own operator class goes without saying. */
    private static void operatorClass(JsonNode value, List<String> parts) {
        if (!value.path("is-default").asBoolean(true)) {
            parts.add(value.path("name").asText());
        }
        if (!value.path("options").isEmpty()) {
            parts.add(mapping(value.path("options")));
        }
    }

    /** Whether a value speaks for itself. */
    private static boolean isPlain(String name) {
        return name.equals("type") || name.equals("name") || name.equals("column") || name.equals("expression");
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || isFalse(value) || (value.isContainerNode() && onlyNothing(value));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    private static boolean onlyNothing(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false).allMatch(PropertyText::isNothing);
    }
}
