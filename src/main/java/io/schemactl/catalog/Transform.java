package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A transform of a type for a procedural language.
 *
 * @param type the type
 * @param language the language
 * @param fromSql the function that gives a value to the language, with its argument types
 * @param toSql the function that takes a value from the language, with its argument types
 * @param attributes its comment and labels
 */
public record Transform(
        String type,
        Identifier language,
        @Nullable String fromSql,
        @Nullable String toSql,
        Attributes attributes) implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TRANSFORM, new Identifier("FOR %s LANGUAGE %s".formatted(type, language.display())));
    }

    @Override
    public Transform with(Attributes changed) {
        return new Transform(type, language, fromSql, toSql, changed);
    }
}
