package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Entry;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all parts of a story's file have in common while it is read.
 *
 * @param story the story's name
 * @param names reads names
 * @param complaints takes what is wrong
 * @param expectations takes what is expected; a tests file expects nothing here
 */
record Reading(String story, Names names, Complaints complaints, List<Expectation> expectations) {

    Origin origin(Position position) {
        return new Origin(story, position);
    }

    /** The fields of a mapping; nothing, and a complaint, if it is something else. */
    Optional<Fields> fields(YamlNode node, Keyed shape) {
        if (node instanceof Mapping mapping) {
            return Optional.of(new Fields(mapping, shape, this));
        }
        complaints.add(
                node.position(),
                "%s wants a mapping; its keys are %s".formatted(shape.word(), String.join(", ", shape.keys())));
        return Optional.empty();
    }

    /** The entries of a mapping from names. */
    List<Entry> entries(YamlNode node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping.entries();
        }
        complaints.add(node.position(), "%s wants a mapping from names".formatted(what));
        return List.of();
    }

    /** Reads the named parts of an object; those whose name is wrong are left out. */
    void parts(Fields fields, String key, Part part) {
        fields.find(key)
                .map(node -> entries(node, "`%s`".formatted(key)))
                .orElse(List.of())
                .forEach(entry -> names.identifier(
                                entry.key().text(), entry.key().position())
                        .ifPresent(name -> part.read(name, entry)));
    }

    /** Reads one named part of an object. */
    @FunctionalInterface
    interface Part {
        void read(Identifier name, Entry entry);
    }

    /** A mapping from names, or a list of names; a name's value is null in a list. */
    List<Named> named(YamlNode node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> new Named(entry.key(), value(entry)))
                    .toList();
        }
        return scalars(node, what).stream()
                .map(scalar -> new Named(scalar, Optional.empty()))
                .toList();
    }

    /** A list of words. */
    List<Scalar> scalars(YamlNode node, String what) {
        if (!(node instanceof Sequence sequence)) {
            complaints.add(node.position(), "%s wants a list, such as [a, b]".formatted(what));
            return List.of();
        }
        var scalars = new ArrayList<Scalar>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof Scalar scalar && !scalar.isNull()) {
                scalars.add(scalar);
            } else {
                complaints.add(item.position(), "%s wants a list of words".formatted(what));
            }
        }
        return scalars;
    }

    private static Optional<YamlNode> value(Entry entry) {
        return Optional.of(entry.value()).filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
    }

    /** A name, and what is said of it. */
    record Named(Scalar name, Optional<YamlNode> value) {}
}
