package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A collation, without the version of the library that provides it.
 *
 * @param name its name
 * @param provider who compares
 * @param locale the locale, of order and character classes both
 * @param lcCollate the locale of the order, where the two differ
 * @param lcCtype the locale of the character classes, where the two differ
 * @param rules what ICU adds to the locale's own rules
 * @param nondeterministic whether texts of different bytes can be equal
 * @param attributes its owner, comment and labels
 */
public record Collation(
        QualifiedName name,
        Provider provider,
        @Nullable String locale,
        @Nullable String lcCollate,
        @Nullable String lcCtype,
        @Nullable String rules,
        boolean nondeterministic,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.COLLATION, name);
    }

    @Override
    public Collation with(Attributes changed) {
        return new Collation(name, provider, locale, lcCollate, lcCtype, rules, nondeterministic, changed);
    }

    /** Who compares. */
    public enum Provider {
        /** The operating system's C library. */
        LIBC,
        /** The ICU library. */
        ICU,
        /** PostgreSQL itself. */
        BUILTIN
    }
}
