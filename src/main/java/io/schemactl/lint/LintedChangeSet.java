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
 * @param standing how it stands in the changelog
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
        boolean batched,
        Standing standing) {

    /** Copies the lists. */
    public LintedChangeSet {
        changes = List.copyOf(changes);
        rollbackChanges = List.copyOf(rollbackChanges);
    }

    /** How messages name it. */
    public String label() {
        return "change set " + id;
    }

    /** When a change set runs once more on a database that has run it. */
    public enum Again {
        /** Never. */
        NEVER,
        /** When its text is another one. */
        ON_CHANGE,
        /** In each upgrade. */
        ALWAYS
    }

    /**
     * How a change set stands in the changelog.
     *
     * @param again when it runs once more
     * @param condition the contexts and labels that decide whether it runs at all, as written; null if nothing does
     * @param twin another change set with the same id and author, before it; null if there is none
     * @param storyFiles the files of its story, if it is the story's first change set; null if it is not
     * @param base how it stands to another branch; null if nobody asked
     */
    public record Standing(
            Again again,
            @Nullable String condition,
            @Nullable Position twin,
            @Nullable StoryFiles storyFiles,
            @Nullable LintedBase base) {}

    /**
     * Which files a story has.
     *
     * @param expectations whether it says what must exist after it
     * @param tests whether it has tests
     */
    public record StoryFiles(boolean expectations, boolean tests) {}
}
