package io.schemactl.catalog.read;

import io.schemactl.db.ServerErrors;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import java.sql.SQLException;

/** Translates what the driver throws while a catalog is read. */
final class ReadFailure {

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

    static boolean isConnectionLost(SQLException e) {
        return ServerErrors.code(e) == ProblemCode.CONNECTION_LOST;
    }
}
