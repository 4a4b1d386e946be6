package io.schemactl.diff.plan;

/**
 * How a migration may go.
 *
 * @param singleTransaction whether everything must run in one transaction, whoever is blocked meanwhile
 * @param lossy whether values may be changed to fit a type that cannot hold them
 */
public record PlanOptions(boolean singleTransaction, boolean lossy) {

    /** What blocks others least, and changes no value. */
    public static PlanOptions usual() {
        return new PlanOptions(false, false);
    }
}
