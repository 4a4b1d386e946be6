package io.schemactl.rows;

import io.schemactl.db.ServerErrors;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the server refused a statement.
 *
 * @param words in its own words
 * @param constraint the constraint or index that was violated
 * @param column the column that must not be NULL
 */
record Refusal(
        String words,
        @Nullable Identifier constraint,
        @Nullable Identifier column) {

    static Refusal of(SQLException e) {
        String words = ServerErrors.findMessage(e)
                .map(message -> message.sqlState() + " " + message.text())
                .orElseGet(() -> String.valueOf(e.getMessage()));
        return new Refusal(words, name(ServerErrors.findConstraint(e)), name(ServerErrors.findColumn(e)));
    }

    private static @Nullable Identifier name(Optional<String> name) {
        return name.map(Identifier::new).orElse(null);
    }
}
