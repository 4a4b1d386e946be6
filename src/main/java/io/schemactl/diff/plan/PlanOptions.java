package io.schemactl.diff.plan;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * How a migration may go.
 *
 * @param singleTransaction whether everything must run in one transaction, whoever is blocked meanwhile
 * @param lossy whether values may be changed to fit a type that cannot hold them
 * @param namesOwners whether new objects are given to their owner also if it is the main one, because somebody else may run it
 * @param runner the role that runs it, if that is the main owner and no object names it
 * @param leavesGrants whether new objects keep the grants that default privileges give them
 */
public record PlanOptions(
        boolean singleTransaction,
        boolean lossy,
        boolean namesOwners,
        @Nullable Identifier runner,
        boolean leavesGrants) {

    /** Options for the main owner. */
    public PlanOptions(boolean singleTransaction, boolean lossy) {
        this(singleTransaction, lossy, false, null, false);
    }

    /** What blocks others least, and changes no value. */
    public static PlanOptions usual() {
        return new PlanOptions(false, false);
    }

    /** The same, for whoever runs the migration, or for the main owner. */
    public PlanOptions namingOwners(boolean names) {
        return new PlanOptions(singleTransaction, lossy, names, runner, leavesGrants);
    }

    /** The same, run by the main owner, whom no object names. */
    public PlanOptions runBy(@Nullable Identifier mainOwner) {
        return new PlanOptions(singleTransaction, lossy, namesOwners, mainOwner, leavesGrants);
    }

    /** The same, where new objects keep the grants that they begin with, or get those that they shall have. */
    public PlanOptions leavingGrants(boolean leaves) {
        return new PlanOptions(singleTransaction, lossy, namesOwners, runner, leaves);
    }
}
