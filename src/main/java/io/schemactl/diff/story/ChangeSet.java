package io.schemactl.diff.story;

import io.schemactl.diff.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are applied, and taken back, together.
 *
 * @param comment what they are for; null if that is not said
 * @param changes what is done
 * @param rollback what takes it back
 * @param transactional whether everything runs in one transaction
 * @param batch how its one command is executed in ranges of a key, as {@code schemactl:batch} says it; null if it is not
 */
public record ChangeSet(
        @Nullable String comment,
        List<Statement> changes,
        List<Statement> rollback,
        boolean transactional,
        @Nullable String batch) {
    /** Copies the commands. */
    public ChangeSet {
        changes = List.copyOf(changes);
        rollback = List.copyOf(rollback);
    }

    /** Commands that run in one transaction. */
    public static ChangeSet of(String comment, List<Statement> changes, List<Statement> rollback) {
        return new ChangeSet(comment, changes, rollback, true, null);
    }

    /** Commands that run one by one, each in a transaction of its own if it can. */
    public static ChangeSet alone(String comment, List<Statement> changes, List<Statement> rollback) {
        return new ChangeSet(comment, changes, rollback, false, null);
    }

    /** A command that is executed in ranges of a key, and that nothing takes back. */
    public static ChangeSet batch(String comment, String batch, Statement command) {
        return new ChangeSet(comment, List.of(command), List.of(), false, batch);
    }
}
