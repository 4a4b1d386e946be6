package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A text search parser; its functions are given by name.
 *
 * @param name its name
 * @param start begins to parse a text
 * @param token finds the next token
 * @param end ends parsing
 * @param headline marks what was found in a text
 * @param tokenTypes lists the types of tokens
 * @param attributes its comment and labels
 */
public record TextSearchParser(
        QualifiedName name,
        String start,
        String token,
        String end,
        @Nullable String headline,
        String tokenTypes,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TEXT_SEARCH_PARSER, name);
    }

    @Override
    public TextSearchParser with(Attributes changed) {
        return new TextSearchParser(name, start, token, end, headline, tokenTypes, changed);
    }
}
