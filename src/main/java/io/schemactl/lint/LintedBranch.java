package io.schemactl.lint;

import io.schemactl.problem.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a changelog stands to another branch, from which databases are upgraded already.
 *
 * @param reference the other branch, as the user names it
 * @param removed the change sets that were there where the two parted, and are not here
 * @param moved the change sets that stand in another order than where the two parted
 */
public record LintedBranch(String reference, List<Removed> removed, List<Moved> moved) {

    /** Copies the lists. */
    public LintedBranch {
        removed = List.copyOf(removed);
        moved = List.copyOf(moved);
    }

    /**
     * A change set that is gone.
     *
     * @param label how messages name it
     * @param story the story that it belonged to
     * @param position where it was: its file, or the root changelog if that is gone too
     * @param file the file that a change set with its id and author stands in now; null if there is none
     */
    public record Removed(
            String label,
            String story,
            Position position,
            @Nullable String file) {}

    /**
     * A change set that stands elsewhere.
     *
     * @param label how messages name it
     * @param story the story that it belongs to
     * @param position where it stands
     * @param other a change set on whose other side it stands now
     * @param isBehind whether it stands behind the other one now
     */
    public record Moved(String label, String story, Position position, String other, boolean isBehind) {}

    /**
     * A hit, and the story that it is about.
     *
     * @param story the story
     * @param hit what is there
     */
    public record Place(String story, Hit hit) {}
}
