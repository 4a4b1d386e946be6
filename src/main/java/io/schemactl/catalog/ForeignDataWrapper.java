package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A foreign-data wrapper.
 *
 * @param name its name
 * @param handler the function that reads and writes foreign tables
 * @param validator the function that checks options
 * @param options its options
 * @param attributes its owner, grants, comment and labels
 */
public record ForeignDataWrapper(
        Identifier name,
        @Nullable QualifiedName handler,
        @Nullable QualifiedName validator,
        Options options,
        Attributes attributes)
        implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.FOREIGN_DATA_WRAPPER, name);
    }

    @Override
    public ForeignDataWrapper with(Attributes changed) {
        return new ForeignDataWrapper(name, handler, validator, options, changed);
    }
}
