package io.schemactl.catalog;

import io.schemactl.sql.Identifier;

/**
 * An installed extension; its members are not in the catalog.
 *
 * @param name its name
 * @param schema the schema that its members are in
 * @param version its installed version
 * @param attributes its owner, grants, comment and labels
 */
public record Extension(Identifier name, Identifier schema, String version, Attributes attributes)
        implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.EXTENSION, name);
    }
}
