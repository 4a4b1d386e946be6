package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.ObjectKey;

/**
 * What a migration starts from, leads to and may do.
 *
 * @param from what is there
 * @param to what shall be there
 * @param majorVersion the PostgreSQL major version that runs the migration
 * @param singleTransaction whether everything must run in one transaction, whoever is blocked meanwhile
 */
public record Context(Catalog from, Catalog to, int majorVersion, boolean singleTransaction) {

    /** Whether an object is there before and after: others may be using it. */
    public boolean stays(ObjectKey key) {
        return from.objects().containsKey(key) && to.objects().containsKey(key);
    }
}
