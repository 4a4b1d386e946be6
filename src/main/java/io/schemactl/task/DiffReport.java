package io.schemactl.task;

import io.schemactl.diff.DifferenceText;
import java.time.Duration;
import java.util.List;

/**
 * What distinguishes two sides.
 *
 * @param from the first
 * @param to the second
 * @param differences what differs, in the order of the objects
 * @param reordered what has the same columns in another order, which does not count
 * @param took how long it took
 */
public record DiffReport(
        SideReport from,
        SideReport to,
        List<DifferenceText> differences,
        List<DifferenceText> reordered,
        Duration took) {

    /** Copies the lists. */
    public DiffReport {
        differences = List.copyOf(differences);
        reordered = List.copyOf(reordered);
    }

    /** Whether nothing differs that counts, and that schemactl knows. */
    public boolean isEqual() {
        return differences.isEmpty();
    }

    /** Whether all objects of both sides were compared. */
    public boolean isComplete() {
        return from.unseen().isEmpty() && to.unseen().isEmpty();
    }
}
