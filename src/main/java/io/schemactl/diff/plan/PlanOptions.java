package io.schemactl.diff.plan;

/**
 * How a migration may go.
 *
 * @param singleTransaction whether everything must run in one transaction, whoever is blocked meanwhile
 * @param lossy whether values may be changed to fit a type that cannot hold them
 * @param namesOwners whether new objects are given to their owner also if it is the main one, because somebody else may run it
 */
public record PlanOptions(boolean singleTransaction, boolean lossy, boolean namesOwners) {

    /** Options for the main owner. */
    public PlanOptions(boolean singleTransaction, boolean lossy) {
        this(singleTransaction, lossy, false);
    }

    /** What blocks others least, and changes no value. */
    public static PlanOptions usual() {
        return new PlanOptions(false, false);
    }

    /** The same, for whoever runs the migration, or for the main owner. */
    public PlanOptions namingOwners(boolean names) {
        return new PlanOptions(singleTransaction, lossy, names);
    }
}
