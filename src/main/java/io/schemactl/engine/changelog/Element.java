package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a changelog, whatever format it is written in: what Liquibase calls a parsed node. A list of mappings and one
 * mapping are the same, as they are for Liquibase.
 *
 * @param name the key, or the XML element's or attribute's name
 * @param position where the name stands
 * @param values the plain values; more than one only for a list
 * @param children the parts that have names
 */
record Element(String name, Position position, List<Value> values, List<Element> children) {

    /**
     * A plain value.
     *
     * @param kind what YAML takes it for; everything in XML is a string
     * @param source where its characters stand
     */
    record Value(String text, YamlNode.Kind kind, Position position, SourceText source) {

        /** Whether the value holds a parameter, so that its final text is not known here. */
        boolean hasParameter() {
            return text.contains("${");
        }
    }

    Element {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /** Whether nothing is said, as in {@code rollback:} or {@code rollback: []}. */
    boolean isEmpty() {
        return values.isEmpty() && children.isEmpty();
    }

    /** A part; as in Liquibase, case does not matter. */
    Optional<Element> find(String child) {
        return children.stream()
                .filter(element -> element.name.equalsIgnoreCase(child))
                .findFirst();
    }

    /** Whether a part has something to say. */
    boolean has(String child) {
        return find(child).filter(element -> !element.isEmpty()).isPresent();
    }

    /** The text of a part that is one plain value. */
    @Nullable
    String text(String child) {
        return find(child)
                .filter(element -> element.values.size() == 1)
                .map(element -> element.values.get(0).text())
                .orElse(null);
    }

    /** Whether a part is the word {@code true}, or one that YAML takes for it. */
    boolean isTrue(String child) {
        String text = text(child);
        return text != null && List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
    }

    /** Where a part's value stands, or the part itself. */
    Position positionOf(String child) {
        return find(child).map(Element::valuePosition).orElse(position);
    }

    /** Where the value stands, or the name if there is none. */
    Position valuePosition() {
        return values.isEmpty() ? position : values.get(0).position();
    }
}
