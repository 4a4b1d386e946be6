package io.schemactl.lint;

import io.schemactl.problem.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set, as written.
 *
 * @param id its id
 * @param author its author
 * @param story the story that it belongs to
 * @param position where it begins
 * @param comment its comment
 * @param inTransaction whether it runs in a transaction
 * @param changes its changes, in order
 * @param rollback where its rollback block begins; null if it has none
 * @param rollbackChanges the changes of its rollback block
 * @param batched whether its statement is executed in ranges of a key, each in a transaction of its own
 */
public record LintedChangeSet(
        String id,
        String author,
        String story,
        Position position,
        @Nullable String comment,
        boolean inTransaction,
        List<LintedChange> changes,
        @Nullable Position rollback,
        List<LintedChange> rollbackChanges,
        boolean batched) {

    /** Copies the lists. */
    public LintedChangeSet {
        changes = List.copyOf(changes);
        rollbackChanges = List.copyOf(rollbackChanges);
    }

    /** How messages name it. */
    public String label() {
        return "change set " + id;
    }
}
