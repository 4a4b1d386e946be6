package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A text search template; its functions are given by name.
 *
 * @param name its name
 * @param init makes a dictionary of options
 * @param lexize looks a token up
 * @param attributes its comment and labels
 */
public record TextSearchTemplate(
        QualifiedName name, @Nullable String init, String lexize, Attributes attributes) implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TEXT_SEARCH_TEMPLATE, name);
    }

    @Override
    public TextSearchTemplate with(Attributes changed) {
        return new TextSearchTemplate(name, init, lexize, changed);
    }
}
