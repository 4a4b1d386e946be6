package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.form.CatalogForm;
import io.schemactl.diff.DifferenceText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an object is that only one catalog has. */
final class ObjectSummary {

    /** The object's name says these; and an owner is worth a word only beside another. */
    private static final Set<String> NAMING = Set.of("name", "relation", "owner");

    private static final Set<String> NAMING_ROUTINES = Set.of("name", "arguments", "owner");

    private final boolean added;
    private final List<Line> lines = new ArrayList<>();

    private ObjectSummary(boolean added) {
        this.added = added;
    }

    /** What an object is, where it is not what every such object is. */
    static List<Line> lines(CatalogObject object, boolean added) {
        var summary = new ObjectSummary(added);
        var properties = CatalogForm.notable(object);
        boolean parsed = properties.has("keys") || properties.has("events");
        Set<String> naming = object.key().arguments() == null ? NAMING : NAMING_ROUTINES;
        properties.properties().stream()
                .filter(property -> !naming.contains(property.getKey()))
                .filter(property -> !parsed || !property.getKey().equals("definition"))
                .forEach(property -> summary.property(property.getKey(), property.getValue()));
        return summary.lines;
    }

    private void property(String name, JsonNode value) {
        if (NamedItems.areNamed(value) && !value.isEmpty()) {
            value.forEach(item ->
                    line(ChangeWords.singular(name) + " " + item.get("name").asText(), PropertyText.item(item)));
        } else if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(part -> property(part.getKey(), part.getValue()));
        } else if (value.isBoolean()) {
            lines.add(ChangeWords.statement(name, value.asBoolean()));
        } else {
            line(name.replace('-', ' '), PropertyText.of(value));
        }
    }

    private void line(String property, @Nullable String value) {
        boolean longText = value != null && value.indexOf('\n') >= 0;
        lines.add(new Line(property, added ? null : value, added ? value : null, longText));
    }
}
