package io.schemactl.engine;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * A change set of a changelog.
 *
 * @param id what Liquibase knows it by
 * @param story the story that it belongs to
 * @param position where it stands
 * @param description what it does, in Liquibase's words
 * @param comment its comment
 * @param inTransaction whether it runs in a transaction
 * @param filteredBecause why contexts, labels or dbms keep it from running here; null if they do not
 */
public record ChangeSetEntry(
        ChangeSetId id,
        String story,
        Position position,
        String description,
        @Nullable String comment,
        boolean inTransaction,
        @Nullable String filteredBecause) {

    /** How messages name it. */
    public String label() {
        return "change set " + id.id();
    }
}
