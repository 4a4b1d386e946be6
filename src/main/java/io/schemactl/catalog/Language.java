package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A procedural language that someone created without an extension.
 *
 * @param name its name
 * @param trusted whether anybody may use it
 * @param handler the function that runs its functions, by name
 * @param inline the function that runs {@code DO} blocks, by name
 * @param validator the function that checks new functions, by name
 * @param attributes its owner, grants, comment and labels
 */
public record Language(
        Identifier name,
        boolean trusted,
        String handler,
        @Nullable String inline,
        @Nullable String validator,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.LANGUAGE, name);
    }

    @Override
    public Language with(Attributes changed) {
        return new Language(name, trusted, handler, inline, validator, changed);
    }
}
