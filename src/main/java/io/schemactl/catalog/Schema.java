package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A schema.
 *
 * @param name its name
 * @param comment its comment
 */
public record Schema(Identifier name, @Nullable String comment) implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.SCHEMA, name);
    }
}
