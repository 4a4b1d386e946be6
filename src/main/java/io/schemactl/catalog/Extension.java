package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An installed extension; its members are not in the catalog.
 *
 * @param name its name
 * @param schema the schema that its members are in
 * @param version its installed version
 * @param comment its comment
 */
public record Extension(
        Identifier name,
        Identifier schema,
        String version,
        @Nullable String comment) implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.EXTENSION, name);
    }
}
