package io.schemactl.diff;

import io.schemactl.catalog.Cast;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Operator;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Transform;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.UserMapping;
import io.schemactl.catalog.View;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Names objects as people do: without the schema that everything is in.
 *
 * @param defaultSchema that schema
 */
record ObjectWords(Identifier defaultSchema) {

    /** The sort of object in PostgreSQL's words, such as {@code materialized view} or {@code primary key}. */
    String kind(CatalogObject object) {
        if (object instanceof Constraint constraint) {
            return constraint.word();
        }
        if (object instanceof Routine routine) {
            return routine.form().word();
        }
        if (object instanceof View view) {
            return view.materialized() ? "materialized view" : "view";
        }
        if (object instanceof Table table) {
            return table.form() == Table.Form.ORDINARY ? "table" : table.form().word() + " table";
        }
        boolean onConstraint = object instanceof Trigger trigger && trigger.deferral() != null;
        return onConstraint ? "constraint trigger" : object.key().kind().word();
    }

    /** The object, such as {@code ix_a on orders} or {@code f(integer)}. */
    String object(CatalogObject object) {
        ObjectKey key = object.key();
        if (object instanceof DefaultPrivileges privileges) {
            return privileges(privileges);
        }
        if (object instanceof UserMapping mapping) {
            String role = mapping.role().name();
            return "for %s on server %s"
                    .formatted(
                            role.equals("public") ? "PUBLIC" : mapping.role().display(),
                            mapping.server().display());
        }
        if (object instanceof Cast || object instanceof Transform) {
            return key.name().name();
        }
        if (object instanceof Operator) {
            return operator(key);
        }
        String arguments = key.arguments() == null ? "" : "(" + key.arguments() + ")";
        return key.relation() == null
                ? name(key.schema(), key.name()) + arguments
                : "%s%s on %s".formatted(key.name(), arguments, name(key.schema(), key.relation()));
    }

    private static String privileges(DefaultPrivileges privileges) {
        String schema = privileges.schema() == null
                ? ""
                : " in schema " + privileges.schema().display();
        return "for role %s%s on %s"
                .formatted(
                        privileges.role().display(), schema, privileges.type().word());
    }

    private String operator(ObjectKey key) {
        String schema = key.schema() == null || key.schema().equals(defaultSchema)
                ? ""
                : key.schema().display() + ".";
        return "%s%s(%s)".formatted(schema, key.name().name(), key.arguments());
    }

    private String name(@Nullable Identifier schema, Identifier name) {
        return schema == null || schema.equals(defaultSchema)
                ? name.display()
                : new QualifiedName(schema, name).display();
    }
}
