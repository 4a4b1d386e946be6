package io.schemactl.engine;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is done for one change set, forwards or backwards: what a dry run prints and a real run executes.
 *
 * @param entry the change set
 * @param direction whether it is applied or taken back
 * @param guard its preconditions
 * @param mode how it runs
 * @param changes for each change a supplier of its steps, asked when the changes before it have run: some changes read the
 *     database to know what to do
 * @param record the statements that write the history when the steps have run
 * @param markRan the statements that write the history instead, where preconditions say so
 */
record ChangeSetScript(
        ChangeSetEntry entry,
        Direction direction,
        @Nullable Guard guard,
        Mode mode,
        List<Supplier<List<Step>>> changes,
        List<String> record,
        List<String> markRan) {

    /** Whether a change set is applied or taken back. */
    enum Direction {
        /** Applied. */
        UPGRADE,
        /** Taken back. */
        ROLLBACK
    }

    /**
     * How a change set runs.
     *
     * @param inTransaction whether its steps and its history row commit together
     * @param failOnError whether its failure ends the run
     * @param success what has become of the change set when it has run
     */
    record Mode(boolean inTransaction, boolean failOnError, ChangeSetResult.Outcome success) {}

    ChangeSetScript {
        changes = List.copyOf(changes);
        record = List.copyOf(record);
        markRan = List.copyOf(markRan);
    }

    /** The steps, made as they are asked for. */
    Stream<Step> steps() {
        return changes.stream().flatMap(change -> change.get().stream());
    }
}
