package io.schemactl.task;

import java.util.Set;

/**
 * What a verification compares the whole catalog with.
 *
 * @param with what it is compared with
 * @param isRequired whether it is an error if that cannot be done
 * @param filter which objects count in that comparison
 * @param ignored which of their properties do not count
 */
public record VerifyRequest(With with, boolean isRequired, CatalogFilter filter, Set<DiffRequest.Ignored> ignored) {

    /** Copies the set. */
    public VerifyRequest {
        ignored = Set.copyOf(ignored);
    }

    /** What the whole catalog can be compared with. */
    public enum With {
        /** The snapshot if it says what the database should be, otherwise a replay. */
        SNAPSHOT,
        /** A replay on a shadow. */
        SHADOW,
        /** It is not compared. */
        NOTHING
    }
}
