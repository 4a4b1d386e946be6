package io.schemactl.task;

import io.schemactl.diff.DifferenceText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What came of writing or checking a snapshot.
 *
 * @param source what the schema was taken from
 * @param target the name of the target that it belongs to
 * @param file the snapshot file
 * @param result what came of it
 * @param objects how many objects the schema has
 * @param yaml the snapshot as it is written
 * @param differences what the schema has otherwise than the file that was there
 * @param unseen objects that are not in the snapshot, because schemactl does not know such objects
 * @param took how long it took
 */
public record SnapshotReport(
        SideReport source,
        String target,
        Path file,
        Result result,
        int objects,
        String yaml,
        List<DifferenceText> differences,
        List<String> unseen,
        Duration took) {

    /** Copies the lists. */
    public SnapshotReport {
        differences = List.copyOf(differences);
        unseen = List.copyOf(unseen);
    }

    /** Whether a check finds the snapshot as it should be. */
    public boolean isGood() {
        return result != Result.STALE && result != Result.MISSING;
    }

    /** What can come of a snapshot. */
    public enum Result {
        /** The file was written. */
        WRITTEN,
        /** The file was there already, with the same content. */
        UNCHANGED,
        /** The snapshot was only asked for. */
        PRINTED,
        /** The file says what the schema is. */
        CURRENT,
        /** The file says something else. */
        STALE,
        /** There is no file. */
        MISSING
    }
}
