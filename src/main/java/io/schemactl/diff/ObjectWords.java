package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
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
        String arguments = key.arguments() == null ? "" : "(" + key.arguments() + ")";
        return key.relation() == null
                ? name(key.schema(), key.name()) + arguments
                : "%s%s on %s".formatted(key.name(), arguments, name(key.schema(), key.relation()));
    }

    private String name(@Nullable Identifier schema, Identifier name) {
        return schema == null || schema.equals(defaultSchema)
                ? name.display()
                : new QualifiedName(schema, name).display();
    }
}
