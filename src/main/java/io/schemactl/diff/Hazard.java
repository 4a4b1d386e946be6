package io.schemactl.diff;

import org.jspecify.annotations.Nullable;

/**
 * What may hurt when a statement runs on a database that is in use.
 *
 * @param type what sort of harm
 * @param object the table or other object that it is done to, as people write it
 * @param lock the lock mode, of hazards about locks and scans, such as {@code ACCESS EXCLUSIVE}
 */
public record Hazard(Type type, String object, @Nullable String lock) {

    /** A hazard without a lock. */
    public static Hazard of(Type type, String object) {
        return new Hazard(type, object, null);
    }

    /** A lock that readers and writers of a table wait for. */
    public static Hazard accessExclusive(String object) {
        return new Hazard(Type.LOCK, object, "ACCESS EXCLUSIVE");
    }

    /** Whether others must not write to the object, or not even read it, meanwhile. */
    public boolean blocks() {
        return lock != null && !lock.equals("SHARE UPDATE EXCLUSIVE");
    }

    /** The sorts of harm, the worst first. */
    public enum Type {
        /** Rows or values are gone afterwards. */
        DATA_LOSS,
        /** All rows of a table are written anew. */
        TABLE_REWRITE,
        /** All rows of a table are read; while the lock is held, if one is named. */
        TABLE_SCAN,
        /** The command is refused if rows contradict it. */
        MAY_FAIL,
        /** An index is built. */
        INDEX_BUILD,
        /** Writers, and perhaps readers, wait for the lock as long as it is held. */
        LOCK
    }
}
