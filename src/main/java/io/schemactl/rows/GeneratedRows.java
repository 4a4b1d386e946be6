package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RowGenerator} did.
 *
 * @param filled the tables that have rows now and had none before, in the order in which they were filled
 * @param empty the tables that are still empty
 * @param untouched the tables that had rows before
 * @param nullReferences the foreign keys that had to be NULL at first, as tables refer to each other, and could not be set later
 */
public record GeneratedRows(
        List<Filled> filled, List<Empty> empty, List<QualifiedName> untouched, List<NullReference> nullReferences) {

    /** Copies the lists. */
    public GeneratedRows {
        filled = List.copyOf(filled);
        empty = List.copyOf(empty);
        untouched = List.copyOf(untouched);
        nullReferences = List.copyOf(nullReferences);
    }

    /**
     * A table that has rows now.
     *
     * @param table the table
     * @param rows how many
     * @param shortfall why it has fewer than were wanted; null if it has not
     */
    public record Filled(
            QualifiedName table, long rows, @Nullable String shortfall) {}

    /**
     * A table that is still empty.
     *
     * @param table the table
     * @param reason why, in the server's words where it refused the rows
     */
    public record Empty(QualifiedName table, String reason) {}

    /**
     * A foreign key whose columns are NULL in all rows.
     *
     * @param table the table that refers
     * @param foreignKey the foreign key's name
     * @param reason why
     */
    public record NullReference(QualifiedName table, Identifier foreignKey, String reason) {}
}
