package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/**
 * A rewrite rule other than a view's own.
 *
 * @param relation the table or view
 * @param name its name
 * @param state whether it is enabled
 * @param definition its {@code CREATE RULE} statement, as PostgreSQL prints it
 * @param attributes its owner, grants, comment and labels
 */
public record Rule(
        QualifiedName relation, Identifier name, Trigger.State state, String definition, Attributes attributes)
        implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.ofPart(Kind.RULE, relation, name);
    }

    @Override
    public Rule with(Attributes changed) {
        return new Rule(relation, name, state, definition, changed);
    }

    /** The same rule with another text. */
    public Rule withDefinition(String changed) {
        return new Rule(relation, name, state, changed, attributes);
    }
}
