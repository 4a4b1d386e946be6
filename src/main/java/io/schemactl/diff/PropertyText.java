package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        if (value.has("operator-class")) {
            return key(value);
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

    /** A key of an index, as {@code CREATE INDEX} has it. */
    private static String key(JsonNode key) {
        var words = new ArrayList<String>();
        words.add((key.path("column").isTextual() ? key.path("column") : key.path("expression")).asText());
        if (key.path("collation").isTextual()) {
            words.add("COLLATE " + key.path("collation").asText());
        }
        operatorClass(key.path("operator-class"), words);
        boolean descending = key.path("descending").asBoolean();
        boolean nullsFirst = key.path("nulls-first").asBoolean();
        if (descending) {
            words.add("DESC");
        }
        if (descending != nullsFirst) {
            words.add(nullsFirst ? "NULLS FIRST" : "NULLS LAST");
        }
        if (key.path("statistics").isNumber()) {
            words.add("(statistics %s)".formatted(key.path("statistics").asText()));
        }
        return String.join(" ", words);
    }

    private static void part(String name, JsonNode value, List<String> parts) {
        if (isNothing(value) || name.equals("validated")) {
            return;
        }
        if (name.equals("not-null")) {
            parts.add("NOT NULL");
        } else if (name.equals("default-expression")) {
            parts.add("DEFAULT " + value.asText());
        } else if (name.equals("collation")) {
            parts.add("COLLATE " + value.asText());
        } else if (name.equals("identity")) {
            parts.add("GENERATED %s AS IDENTITY".formatted(value.asText().toUpperCase(Locale.ROOT)));
        } else if (name.equals("generated")) {
            parts.add("GENERATED ALWAYS AS (%s) %s"
                    .formatted(
                            bare(value.path("expression").asText()),
                            value.path("stored").asBoolean() ? "STORED" : "VIRTUAL"));
        } else if (value.isObject()) {
            parts.add(mapping(value));
        } else if (value.isBoolean()) {
            parts.add(name.replace('-', ' '));
        } else {
            parts.add(isPlain(name) ? of(value) : "%s %s".formatted(name.replace('-', ' '), of(value)));
        }
    }

    /** An expression without the parentheses around it. */
    private static String bare(String expression) {
        return expression.matches("\\([^()]*\\)") ? expression.substring(1, expression.length() - 1) : expression;
    }

    /** The type's own operator class goes without saying. */
    private static void operatorClass(JsonNode value, List<String> parts) {
        if (!value.path("is-default").asBoolean(true)) {
            parts.add(value.path("name").asText());
        }
        if (!value.path("options").isEmpty()) {
            parts.add("(%s)".formatted(mapping(value.path("options"))));
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
