package io.schemactl.engine;

import java.time.LocalDateTime;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far a rollback goes; exactly one of the parts says it.
 *
 * @param count so many change sets, the last applied first
 * @param story everything that was applied after the story's last change set; null if another part says how far
 * @param date everything that was applied after this moment
 * @param all everything
 */
public record RollbackScope(
        OptionalInt count, @Nullable String story, @Nullable LocalDateTime date, boolean all) {

    /** The last so many change sets. */
    public static RollbackScope last(int count) {
        return new RollbackScope(OptionalInt.of(count), null, null, false);
    }

    /** Down to a story, which stays. */
    public static RollbackScope to(String story) {
        return new RollbackScope(OptionalInt.empty(), story, null, false);
    }

    /** Down to a moment. */
    public static RollbackScope to(LocalDateTime date) {
        return new RollbackScope(OptionalInt.empty(), null, date, false);
    }

    /** Everything. */
    public static RollbackScope everything() {
        return new RollbackScope(OptionalInt.empty(), null, null, true);
    }
}
