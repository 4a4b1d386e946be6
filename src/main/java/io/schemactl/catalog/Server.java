package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A foreign server.
 *
 * @param name its name
 * @param wrapper the foreign-data wrapper that speaks to it
 * @param type what sort of server it is
 * @param version the server's version
 * @param options its options
 * @param attributes its owner, grants, comment and labels
 */
public record Server(
        Identifier name,
        Identifier wrapper,
        @Nullable String type,
        @Nullable String version,
        Options options,
        Attributes attributes)
        implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.SERVER, name);
    }

    @Override
    public Server with(Attributes changed) {
        return new Server(name, wrapper, type, version, options, changed);
    }
}
