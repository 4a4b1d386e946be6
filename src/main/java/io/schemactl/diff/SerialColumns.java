package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Columns that take their values from sequences of their own, which are named after them: table and sequence mention each other. */
final class SerialColumns {

    private static final String DEFAULT = "default-expression";
    private static final String VALUE = "nextval";

    private final Map<QualifiedName, Map<Identifier, QualifiedName>> sequences = new HashMap<>();

    SerialColumns(Collection<CatalogObject> objects) {
        for (CatalogObject object : objects) {
            if (object instanceof Sequence sequence
                    && sequence.owner() != null
                    && !sequence.owner().identity()) {
                sequences
                        .computeIfAbsent(sequence.owner().relation(), table -> new HashMap<>())
                        .put(sequence.owner().column(), sequence.name());
            }
        }
    }

    /** Takes the names of a table's own sequences out of its columns' defaults. */
    void hideSequences(CatalogObject object, ObjectNode tree) {
        if (object instanceof Table table) {
            for (QualifiedName sequence : of(table).values()) {
                String value = "nextval(%s::regclass)".formatted(Literal.of(sequence.display()));
                for (JsonNode column : tree.path("columns")) {
                    if (column instanceof ObjectNode properties
                            && value.equals(properties.path(DEFAULT).asText())) {
                        properties.put(DEFAULT, VALUE);
                    }
                }
            }
        }
    }

    /** What the sequences of a table's columns are called when it is another one. */
    Map<QualifiedName, QualifiedName> renamedTo(SerialColumns others, CatalogObject from, CatalogObject to) {
        var names = new HashMap<QualifiedName, QualifiedName>();
        if (from instanceof Table before && to instanceof Table after) {
            of(before).forEach((column, sequence) -> {
                QualifiedName other = others.of(after).get(column);
                if (other != null) {
                    names.put(sequence, other);
                }
            });
        }
        return names;
    }

    private Map<Identifier, QualifiedName> of(Table table) {
        return sequences.getOrDefault(table.name(), Map.of());
    }
}
