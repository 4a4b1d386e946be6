package io.schemactl.catalog.read;

import io.schemactl.sql.Identifier;
import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of each text that a catalog repeats, such as the names of schemas, columns and types. */
final class Names {

    private final Map<String, Identifier> identifiers = new HashMap<>();

    /** The one identifier of a name. */
    Identifier identifier(String name) {
        return identifiers.computeIfAbsent(name, Identifier::new);
    }
}
