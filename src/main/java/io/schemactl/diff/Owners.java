package io.schemactl.diff;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.sql.Identifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the objects of two catalogs.
 *
 * @param from the first
 * @param to the second
 */
record Owners(Catalog from, Catalog to) {

    /** Whether an object of the first catalog has the owner that one of the second has. */
    boolean same(CatalogObject first, CatalogObject second) {
        return Objects.equals(owner(first), owner(second));
    }

    private static @Nullable Identifier owner(CatalogObject object) {
        return object.attributes().owner();
    }
}
