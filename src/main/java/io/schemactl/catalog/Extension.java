package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An installed extension; its members are in the catalog only as far as somebody can add to them.
 *
 * @param name its name
 * @param schema the schema that its members are in
 * @param version its installed version; null if any will do
 * @param parts what its tables and views have and consist of, such as {@code INDEX i ON public.t}, and privileges on its members that are
 *     not those that they began with; the text says what each is
 * @param attributes its owner, grants, comment and labels
 */
public record Extension(
        Identifier name, Identifier schema, @Nullable String version, Options parts, Attributes attributes)
        implements CatalogObject {
    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.EXTENSION, name);
    }

    @Override
    public Extension with(Attributes changed) {
        return new Extension(name, schema, version, parts, changed);
    }
}
