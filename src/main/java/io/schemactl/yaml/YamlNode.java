package io.schemactl.yaml;

import io.schemactl.problem.Position;
import java.util.List;
import java.util.Optional;

/** A part of a YAML document, with the place where it stands. */
public sealed interface YamlNode {

    /** Where the node begins. */
    Position position();

    /**
     * A scalar.
     *
     * @param text the value as written, quotes and escapes resolved
     * @param kind what YAML 1.1 takes a plain scalar for; a quoted one is always a string
     */
    record Scalar(String text, Kind kind, Position position) implements YamlNode {
        /** Whether the scalar is nothing: empty, {@code null} or {@code ~}, unquoted. */
        public boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** What a scalar stands for. */
    enum Kind {
        /** Text. */
        STRING,
        /** Nothing. */
        NULL,
        /** Yes or no. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** A number with a fraction. */
        FLOAT,
        /** A date or a time. */
        TIMESTAMP,
        /** Anything else. */
        OTHER
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Position position) implements YamlNode {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, its entries in the order written; keys are unique. */
    record Mapping(List<Entry> entries, Position position) implements YamlNode {
        /** Copies the entries. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key. */
        public Optional<YamlNode> find(String key) {
            return findEntry(key).map(Entry::value);
        }

        /** The entry of a key. */
        public Optional<Entry> findEntry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
