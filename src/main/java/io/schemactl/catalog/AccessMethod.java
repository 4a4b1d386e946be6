package io.schemactl.catalog;

import io.schemactl.sql.Identifier;

/**
 * An access method that someone created.
 *
 * @param name its name
 * @param form what it is for
 * @param handler the function that tells the server about it, by name
 * @param attributes its comment and labels
 */
public record AccessMethod(Identifier name, Form form, String handler, Attributes attributes) implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.ACCESS_METHOD, name);
    }

    @Override
    public AccessMethod with(Attributes changed) {
        return new AccessMethod(name, form, handler, changed);
    }

    /** What an access method is for. */
    public enum Form {
        /** Tables. */
        TABLE,
        /** Indexes. */
        INDEX
    }
}
