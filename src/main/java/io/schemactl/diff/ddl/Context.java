package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * What a migration starts from, leads to and may do.
 *
 * @param from what is there
 * @param to what shall be there
 * @param forced what must be done although it is the same before and after
 * @param mode how the migration is to run
 */
public record Context(Catalog from, Catalog to, Forced forced, Mode mode) {

    /** A context in which nothing is forced. */
    public Context(Catalog from, Catalog to, int majorVersion, boolean singleTransaction) {
        this(from, to, Forced.none(), new Mode(majorVersion, singleTransaction, false, false, null, false));
    }

    /** Whether an object is there before, after and all the time between: others may be using it. */
    public boolean stays(ObjectKey key) {
        return from.objects().containsKey(key)
                && to.objects().containsKey(key)
                && !forced.replaced().contains(key);
    }

    /** The PostgreSQL major version that runs the migration. */
    public int majorVersion() {
        return mode.majorVersion();
    }

    /** Whether everything must run in one transaction, whoever is blocked meanwhile. */
    public boolean singleTransaction() {
        return mode.singleTransaction();
    }

    /** The role that owns what the migration makes; null if nobody knows its name. */
    @Nullable
    Identifier mainOwner() {
        return from.owner() == null ? mode.runner() : from.owner();
    }

    /**
     * How a migration is to run.
     *
     * @param majorVersion the PostgreSQL major version that runs it
     * @param singleTransaction whether everything must run in one transaction, whoever is blocked meanwhile
     * @param lossy whether values may be changed to fit a type that cannot hold them
     * @param namesOwners whether new objects are given to their owner also if it is the main one, whoever runs the migration
     * @param runner the role that runs it, if that is the main owner and no object names it
     * @param leavesGrants whether new objects keep the grants that default privileges give them
     */
    public record Mode(
            int majorVersion,
            boolean singleTransaction,
            boolean lossy,
            boolean namesOwners,
            @Nullable Identifier runner,
            boolean leavesGrants) {}
}
