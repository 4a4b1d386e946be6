package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An installed extension; its members are not in the catalog.
 *
 * @param name its name
 * @param schema the schema that its members are in
 * @param version its installed version; null if any will do
 * @param attributes its owner, grants, comment and labels
 */
public record Extension(
        Identifier name, Identifier schema, @Nullable String version, Attributes attributes) implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.EXTENSION, name);
    }

    @Override
    public Extension with(Attributes changed) {
        return new Extension(name, schema, version, changed);
    }
}
