package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;

/**
 * A conversion between encodings.
 *
 * @param name its name
 * @param source the encoding that it reads, such as {@code LATIN1}
 * @param target the encoding that it writes
 * @param function the function that converts, by name
 * @param byDefault whether clients get it without asking
 * @param attributes its owner, comment and labels
 */
public record Conversion(
        QualifiedName name, String source, String target, String function, boolean byDefault, Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.CONVERSION, name);
    }

    @Override
    public Conversion with(Attributes changed) {
        return new Conversion(name, source, target, function, byDefault, changed);
    }
}
