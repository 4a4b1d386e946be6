package io.schemactl.catalog;

import io.schemactl.sql.Identifier;

/**
 * A schema.
 *
 * @param name its name
 * @param attributes its owner, grants, comment and labels
 */
public record Schema(Identifier name, Attributes attributes) implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.SCHEMA, name);
    }

    @Override
    public Schema with(Attributes changed) {
        return new Schema(name, changed);
    }
}
