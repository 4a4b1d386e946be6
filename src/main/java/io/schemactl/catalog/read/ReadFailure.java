package io.schemactl.catalog.read;

import io.schemactl.db.ServerErrors;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates what the driver throws while a catalog is read. */
final class ReadFailure {

    /** Internal error, and undefined table, object, function, column and schema. */
    private static final Set<String> DROPPED = Set.of("XX000", "42P01", "42704", "42883", "42703", "3F000");

    private ReadFailure() {}

    /** A failure after which the work cannot go on; nothing was changed, so it counts as not reached. */
    static ProblemException of(String message, SQLException e) {
        ProblemCode said = ServerErrors.code(e);
        boolean kept = said == ProblemCode.PERMISSION || said == ProblemCode.LOCK_TIMEOUT;
        ProblemCode code = kept ? said : ProblemCode.CONNECTION;
        return new ProblemException(
                Problem.of(code, message)
                        .saidBy(ServerErrors.findMessage(e).orElse(null))
                        .state("nothing was changed"),
                e);
    }

    /** The server's primary message in one line, or the driver's if the server said nothing. */
    static String text(SQLException e) {
        return ServerErrors.findMessage(e)
                .map(ServerMessage::text)
                .orElseGet(() -> String.valueOf(e.getMessage()))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    /** Whether something may have been dropped after the transaction began; PostgreSQL has no code of its own for that. */
    static boolean isDroppedMeanwhile(SQLException e) {
        String state = e.getSQLState();
        return state != null && DROPPED.contains(state);
    }

    /**
     * What PostgreSQL printed of something.
     *
     * @throws SQLException if it is nothing, because somebody has dropped the thing
     */
    static String printed(@Nullable String text, QualifiedName name) throws SQLException {
        if (text == null) {
            throw new SQLException("%s was dropped while the catalog was read".formatted(name.display()), "42704");
        }
        return text;
    }

    static boolean isConnectionLost(SQLException e) {
        return ServerErrors.code(e) == ProblemCode.CONNECTION_LOST;
    }
}
