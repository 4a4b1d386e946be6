package io.schemactl.diff;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.sql.Identifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The main owners of two catalogs; each may have another name for the same part.
 *
 * @param from the first one's; null if its objects do not name it
 * @param to the second one's
 */
record Owners(@Nullable Identifier from, @Nullable Identifier to) {

    static Owners of(Catalog from, Catalog to) {
        return new Owners(from.owner(), to.owner());
    }

    /** Whether objects have the same owner: one role, or the main owner of each catalog. */
    boolean same(CatalogObject first, CatalogObject second) {
        Identifier before = first.attributes().owner();
        Identifier after = second.attributes().owner();
        return Objects.equals(before, after) || (isMain(before, from) && isMain(after, to));
    }

    private static boolean isMain(@Nullable Identifier owner, @Nullable Identifier main) {
        return owner == null || owner.equals(main);
    }
}
