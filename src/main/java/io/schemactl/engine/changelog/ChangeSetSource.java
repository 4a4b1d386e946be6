package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set as written.
 *
 * @param id the id, parameters replaced
 * @param author the author, parameters replaced
 * @param recordedFile what Liquibase records as FILENAME: the path below the search path, or the logical file path
 * @param file the file that holds the change set
 * @param position where the change set begins
 * @param changes its changes, in the order of Liquibase's
 * @param rollback where its rollback block begins, if it has one
 * @param rollbackChanges the changes of the rollback block; a plain text is one change
 * @param batch how its statement is executed in ranges, if it is
 * @param story the folder {@code story-…} that holds the file, or else the folder directly below the root changelog's own
 */
public record ChangeSetSource(
        String id,
        String author,
        String recordedFile,
        Path file,
        Position position,
        List<ChangeSource> changes,
        @Nullable Position rollback,
        List<ChangeSource> rollbackChanges,
        @Nullable Batch batch,
        @Nullable String story) {

    /** Copies the lists. */
    public ChangeSetSource {
        changes = List.copyOf(changes);
        rollbackChanges = List.copyOf(rollbackChanges);
    }

    ChangeSetSource recordedAs(String otherFile) {
        return new ChangeSetSource(
                id, author, otherFile, file, position, changes, rollback, rollbackChanges, batch, story);
    }
}
