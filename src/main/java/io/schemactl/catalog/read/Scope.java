package io.schemactl.catalog.read;

import io.schemactl.sql.QualifiedName;
import java.util.Set;

/**
 * Which part of a database a catalog holds.
 *
 * @param excluded tables that count as not there, such as a migration tool's history
 */
public record Scope(Set<QualifiedName> excluded) {

    private static final Scope EVERYTHING = new Scope(Set.of());

    /** Copies the names. */
    public Scope {
        excluded = Set.copyOf(excluded);
    }

    /** All user schemas, whole. */
    public static Scope everything() {
        return EVERYTHING;
    }
}
