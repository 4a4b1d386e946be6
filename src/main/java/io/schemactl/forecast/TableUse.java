package io.schemactl.forecast;

import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement, or several, do to a table that is in use.
 *
 * @param table the table, by its name on the live server
 * @param lock the strongest lock that is taken on it; null if none was seen
 * @param isDropped whether it is dropped
 * @param work what is done with its rows
 */
public record TableUse(QualifiedName table, @Nullable LockMode lock, boolean isDropped, Work work) {

    /**
     * What is done with rows.
     *
     * @param rewritten whether all of them are written into a new file, with new indexes
     * @param scanned whether all of them are read
     * @param built the indexes that are built over them
     * @param inserted rows inserted on the shadow
     * @param changed the share of the rows that are updated or deleted, from 0 to 1
     */
    public record Work(boolean rewritten, boolean scanned, List<String> built, long inserted, double changed) {

        /** None. */
        public static final Work NONE = new Work(false, false, List.of(), 0, 0);

        /** Copies the list. */
        public Work {
            built = List.copyOf(built);
        }

        /** Whether it takes longer, the larger the table is. */
        public boolean grows() {
            return rewritten || scanned || !built.isEmpty() || changed > 0;
        }

        Work and(Work other) {
            List<String> all = new ArrayList<>(built);
            all.addAll(other.built);
            return new Work(
                    rewritten || other.rewritten,
                    scanned || other.scanned,
                    all,
                    inserted + other.inserted,
                    Math.max(changed, other.changed));
        }
    }

    /** Whether others have to wait for it: for writing, or also for reading. */
    boolean blocks() {
        return lock != null && lock.blocksWrites();
    }

    TableUse and(TableUse other) {
        LockMode stronger = lock;
        if (other.lock != null && (stronger == null || other.lock.isAtLeast(stronger))) {
            stronger = other.lock;
        }
        return new TableUse(table, stronger, isDropped || other.isDropped, work.and(other.work));
    }
}
