package io.schemactl.catalog.form;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.sql.Identifier;
import java.util.List;

/**
 * A catalog to keep in a file: it does not say which role was the main owner, so that it is the same wherever the changelog ran.
 *
 * @param catalog the catalog; objects of the main owner have no owner
 * @param majorVersion the PostgreSQL major version of the server that it comes from
 */
public record Snapshot(Catalog catalog, int majorVersion) {

    /** Leaves out the main owner. */
    public Snapshot {
        catalog = withoutOwner(catalog);
    }

    private static Catalog withoutOwner(Catalog catalog) {
        Identifier owner = catalog.owner();
        if (owner == null) {
            return catalog;
        }
        List<CatalogObject> objects = catalog.objects().values().stream()
                .map(object -> owner.equals(object.attributes().owner()) ? unowned(object) : object)
                .toList();
        return Catalog.of(objects);
    }

    private static CatalogObject unowned(CatalogObject object) {
        return object.with(object.attributes().ownedBy(null));
    }
}
