package io.schemactl.catalog.read;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * Which part of a database a catalog holds.
 *
 * <p>What belongs to a table or view (its constraints, indexes, triggers, policies, rules, and the sequences of its columns) is held if
 * the table or view is. If schemas are chosen, only they and what is in them is held: nothing that is in no schema, such as an
 * extension or a cast.
 *
 * @param excluded tables that count as not there, such as a migration tool's history
 * @param schemas the schemas to hold; empty means all user schemas
 * @param without schemas and objects to leave out
 */
public record Scope(Set<QualifiedName> excluded, List<NamePattern> schemas, List<ObjectPattern> without) {

    /** What Liquibase calls the table of what was migrated. */
    private static final String HISTORY = "databasechangelog";

    private static final Scope EVERYTHING = new Scope(Set.of(), List.of(), List.of());

    /** Copies the names. */
    public Scope {
        excluded = Set.copyOf(excluded);
        schemas = List.copyOf(schemas);
        without = List.copyOf(without);
    }

    /** All user schemas, but without some tables. */
    public Scope(Set<QualifiedName> excluded) {
        this(excluded, List.of(), List.of());
    }

    /** All user schemas, whole. */
    public static Scope everything() {
        return EVERYTHING;
    }

    /** Only schemas that one of the patterns matches; with {@code *} for any characters and {@code ?} for one. */
    public Scope onlySchemas(List<String> patterns) {
        return new Scope(excluded, patterns.stream().map(NamePattern::new).toList(), without);
    }

    /** Without what one of the patterns matches: {@code schema}, or {@code schema.object}. */
    public Scope without(List<String> patterns) {
        return new Scope(
                excluded, schemas, patterns.stream().map(ObjectPattern::parse).toList());
    }

    /** Whether a table is the migrations' history. */
    boolean isHistory(QualifiedName table) {
        return excluded.contains(table) && table.name().name().equalsIgnoreCase(HISTORY);
    }

    /** Whether an object is held, as far as its own name and schema decide it. */
    boolean holds(ObjectKey key) {
        if (key.kind() == Kind.SCHEMA) {
            return holdsSchema(key.name());
        }
        Identifier schema = key.schema();
        if (schema == null) {
            return schemas.isEmpty();
        }
        return holdsSchema(schema) && (!isNamedInSchema(key) || holdsName(schema, key.name()));
    }

    /** Whether a table or view is held, and with it what belongs to it. */
    boolean holds(QualifiedName relation) {
        return !excluded.contains(relation)
                && holdsSchema(relation.schema())
                && holdsName(relation.schema(), relation.name());
    }

    /** Parts of a table may be named like something else in the schema, except for indexes. */
    private static boolean isNamedInSchema(ObjectKey key) {
        return key.relation() == null || key.kind() == Kind.INDEX;
    }

    private boolean holdsName(Identifier schema, Identifier name) {
        return without.stream().noneMatch(pattern -> pattern.matchesObject(schema, name));
    }

    private boolean holdsSchema(Identifier schema) {
        return (schemas.isEmpty() || schemas.stream().anyMatch(pattern -> pattern.matches(schema)))
                && without.stream().noneMatch(pattern -> pattern.matchesSchema(schema));
    }
}
