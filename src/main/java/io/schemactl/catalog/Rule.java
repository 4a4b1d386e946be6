package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A rewrite rule other than a view's own.
 *
 * @param relation the table or view
 * @param name its name
 * @param state whether it is enabled
 * @param definition its {@code CREATE RULE} statement, as PostgreSQL prints it
 * @param comment its comment
 */
public record Rule(
        QualifiedName relation,
        Identifier name,
        Trigger.State state,
        String definition,
        @Nullable String comment) implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.ofPart(Kind.RULE, relation, name);
    }
}
