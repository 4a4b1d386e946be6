package io.schemactl.catalog.read;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Translates what the driver throws while a catalog is read. */
final class ReadFailure {

    /** {@code insufficient_privilege}. */
    static final String NOT_PERMITTED = "42501";

    private ReadFailure() {}

    static ProblemException of(String message, SQLException e) {
        ProblemCode code = NOT_PERMITTED.equals(e.getSQLState()) ? ProblemCode.PERMISSION : ProblemCode.CONNECTION;
        return new ProblemException(
                Problem.of(code, message).saidBy(serverMessage(e)).state("nothing was changed"), e);
    }

    /** The server's primary message, or the driver's if the server said nothing. */
    static String text(SQLException e) {
        return serverMessage(e).text();
    }

    private static ServerMessage serverMessage(SQLException e) {
        ServerErrorMessage said = e instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        if (said == null) {
            return new ServerMessage(orEmpty(e.getSQLState()), oneLine(e.getMessage()), null, null, null);
        }
        return new ServerMessage(
                orEmpty(said.getSQLState()),
                oneLine(said.getMessage()),
                said.getDetail(),
                said.getHint(),
                said.getWhere());
    }

    private static String oneLine(@Nullable String text) {
        return orEmpty(text).replaceAll("\\s*\\R\\s*", " ").strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
