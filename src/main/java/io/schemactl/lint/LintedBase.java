package io.schemactl.lint;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a change set stands to another branch, from which databases are upgraded already.
 *
 * @param reference the other branch, as the user names it
 * @param isEdited whether the other branch has it with another checksum, which databases refuse that have run it
 * @param runsBefore the first change set behind it that the other branch has already, which it comes too late for; null if there is none
 * @param touched what the other branch has changed since the two parted, and in which story
 */
public record LintedBase(
        String reference, boolean isEdited, @Nullable String runsBefore, Map<ObjectKey, String> touched) {

    /** Copies the map. */
    public LintedBase {
        touched = Map.copyOf(touched);
    }

    /** The table of a part of one; any other object itself. */
    public static ObjectKey whole(ObjectKey key) {
        return LintContext.tableOf(key)
                .map(table -> ObjectKey.of(Kind.TABLE, table))
                .orElse(key);
    }
}
