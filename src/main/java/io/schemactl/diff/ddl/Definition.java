package io.schemactl.diff.ddl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the properties that a command such as {@code CREATE TYPE} takes in parentheses. */
final class Definition {

    private final List<String> properties = new ArrayList<>();

    /** Adds {@code name = value}, unless the value is null. */
    Definition with(String name, @Nullable String value) {
        if (value != null) {
            properties.add(name + " = " + value);
        }
        return this;
    }

    /** Adds a property that has no value, if it is wanted. */
    Definition with(String name, boolean wanted) {
        if (wanted) {
            properties.add(name);
        }
        return this;
    }

    /** Adds properties as they are. */
    Definition with(List<String> texts) {
        properties.addAll(texts);
        return this;
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    /** The properties in parentheses. */
    @Override
    public String toString() {
        return "(" + String.join(", ", properties) + ")";
    }
}
