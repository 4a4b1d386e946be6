package io.schemactl.prove;

import io.schemactl.db.ServerErrors;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.ServerMessage;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that failed.
 *
 * @param error the failure
 * @param statement the statement
 */
record Refusal(SQLException error, String statement) {

    Optional<ServerMessage> message() {
        return ServerErrors.findMessage(error);
    }

    String sqlState() {
        return String.valueOf(error.getSQLState());
    }

    @Nullable
    String constraint() {
        return ServerErrors.findConstraint(error).orElse(null);
    }

    /** The message without what goes with it. */
    String text() {
        return message()
                .map(ServerMessage::text)
                .orElseGet(() -> String.valueOf(error.getMessage()).strip());
    }

    Excerpt excerpt() {
        return new Excerpt(statement, ServerErrors.findOffset(error, statement).orElse(null));
    }

    /** The failure in one line. */
    String words() {
        String constraint = constraint();
        return "error %s%s: %s".formatted(sqlState(), constraint == null ? "" : ", constraint " + constraint, text());
    }
}
