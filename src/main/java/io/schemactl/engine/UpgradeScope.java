package io.schemactl.engine;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far a command goes.
 *
 * @param count at most so many change sets; empty for all
 * @param story up to and with this story when upgrading, down to but without it when rolling back; null for all
 */
public record UpgradeScope(OptionalInt count, @Nullable String story) {

    /** As far as there is something to do. */
    public static UpgradeScope all() {
        return new UpgradeScope(OptionalInt.empty(), null);
    }
}
