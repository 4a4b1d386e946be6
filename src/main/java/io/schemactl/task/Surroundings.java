package io.schemactl.task;

import io.schemactl.db.WorkConnection;
import io.schemactl.engine.OwnTables;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a changelog finds in a database before it begins, so that a shadow can be made alike.
 *
 * @param majorVersion the server's major version; null if no such database is known
 * @param schemas schemas that were there before the changelog
 * @param searchPath the schemas in which names are looked up; empty for what every new database has
 */
record Surroundings(@Nullable Integer majorVersion, Set<Identifier> schemas, List<Identifier> searchPath) {

    private static final Identifier PUBLIC = new Identifier("public");

    /** Copies the collections. */
    Surroundings {
        schemas = Set.copyOf(schemas);
        searchPath = List.copyOf(searchPath);
    }

    /** What a database that was migrated tells: the history's schema was there before the history. */
    static Surroundings of(WorkConnection connection, int majorVersion, Set<QualifiedName> ownTables)
            throws SQLException {
        List<Identifier> path = connection
                .queryTexts(
                        "SELECT s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS t(s, i) ORDER BY i")
                .stream()
                .map(Identifier::new)
                .toList();
        Set<Identifier> schemas = new LinkedHashSet<>();
        ownTables.stream()
                .filter(OwnTables::isHistory)
                .map(QualifiedName::schema)
                .filter(schema -> !schema.equals(PUBLIC) && !isOfTheServer(schema))
                .forEach(schemas::add);
        return new Surroundings(majorVersion, schemas, path.equals(List.of(PUBLIC)) ? List.of() : path);
    }

    /** Whether every database has a schema, and nobody may make one of such a name. */
    private static boolean isOfTheServer(Identifier schema) {
        return schema.name().startsWith("pg_") || schema.name().equals("information_schema");
    }

    /** Only a version is known, or not even that. */
    static Surroundings ofVersion(@Nullable Integer majorVersion) {
        return new Surroundings(majorVersion, Set.of(), List.of());
    }
}
