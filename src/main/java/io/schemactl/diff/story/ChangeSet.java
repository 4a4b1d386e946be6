package io.schemactl.diff.story;

import io.schemactl.diff.Statement;
import java.util.List;

/**
 * Commands that are applied, and taken back, together.
 *
 * @param changes what is done
 * @param rollback what takes it back
 * @param transactional whether everything runs in one transaction
 */
record ChangeSet(List<Statement> changes, List<Statement> rollback, boolean transactional) {
    /** Copies the commands. */
    ChangeSet {
        changes = List.copyOf(changes);
        rollback = List.copyOf(rollback);
    }
}
