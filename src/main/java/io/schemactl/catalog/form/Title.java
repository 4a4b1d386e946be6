package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * The words above an object's block in a snapshot, which tell it apart from the others in its section. What they say is not said
 * again among the properties.
 *
 * @param text the words
 */
record Title(String text) {

    private static final String NAME = "name";
    private static final String ARGUMENTS = "arguments";
    private static final String RELATION = "relation";

    /** The title of an object that stands in a section of the whole file. */
    static Title of(ObjectKey key) {
        var text = new StringBuilder();
        if (key.schema() != null) {
            text.append(key.schema()).append('.');
        }
        if (key.relation() != null) {
            text.append(key.relation()).append('.');
        }
        text.append(key.name());
        if (key.arguments() != null) {
            text.append('(').append(key.arguments()).append(')');
        }
        return new Title(text.toString());
    }

    /** The title of an object that stands below its table or view. */
    static Title ofPart(ObjectKey key) {
        return new Title(key.name().display());
    }

    /** Removes what the title says, and the table or view that it stands below. */
    void removeFrom(ObjectNode properties, @Nullable String relation) {
        removeIfSaid(properties, NAME, name());
        removeIfSaid(properties, ARGUMENTS, arguments());
        removeIfSaid(properties, RELATION, relation);
    }

    /** Adds what the title says, and the table or view that it stands below. */
    void addTo(ObjectNode properties, Shape shape, @Nullable String relation) {
        addIfAbsent(properties, shape, NAME, name());
        addIfAbsent(properties, shape, ARGUMENTS, arguments());
        addIfAbsent(properties, shape, RELATION, relation);
    }

    private static void removeIfSaid(ObjectNode properties, String name, @Nullable String said) {
        JsonNode value = properties.get(name);
        if (value != null && value.isTextual() && value.asText().equals(said)) {
            properties.remove(name);
        }
    }

    private static void addIfAbsent(ObjectNode properties, Shape shape, String name, @Nullable String said) {
        boolean holds = shape.findSlot(name)
                .filter(slot -> slot.content() == Slot.Content.VALUE)
                .isPresent();
        if (holds && said != null && !properties.has(name)) {
            properties.put(name, said);
        }
    }

    private String name() {
        int end = NameText.endOfName(text);
        return text.substring(0, end);
    }

    private @Nullable String arguments() {
        int end = NameText.endOfName(text);
        return end < text.length() && text.endsWith(")") ? text.substring(end + 1, text.length() - 1) : null;
    }
}
