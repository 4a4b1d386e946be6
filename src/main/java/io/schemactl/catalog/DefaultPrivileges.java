package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is granted on objects that a role will create.
 *
 * @param role the role; it is {@link Grant#OWNER} in the grants
 * @param schema the schema in which the objects are; null means everywhere
 * @param type the type of the objects
 * @param grants what is granted, sorted: all of it if there is no schema, otherwise what comes to it in that schema
 * @param attributes nothing: default privileges have no owner, grants, comment or labels
 */
public record DefaultPrivileges(
        Identifier role, @Nullable Identifier schema, Type type, List<Grant> grants, Attributes attributes)
        implements CatalogObject {

    /** Sorts the grants. */
    public DefaultPrivileges {
        grants = grants.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return new ObjectKey(Kind.DEFAULT_PRIVILEGES, schema, null, role, type.word());
    }

    @Override
    public DefaultPrivileges with(Attributes changed) {
        return new DefaultPrivileges(role, schema, type, grants, changed);
    }

    /** The types of objects that have default privileges. */
    public enum Type {
        /** Tables, views and the like. */
        TABLES,
        /** Sequences. */
        SEQUENCES,
        /** Functions, procedures and aggregates. */
        ROUTINES,
        /** Types and domains. */
        TYPES,
        /** Schemas. */
        SCHEMAS,
        /** Large objects. */
        LARGE_OBJECTS;

        /** The type in PostgreSQL's words, such as {@code large objects}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
