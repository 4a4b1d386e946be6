package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ServerMessage;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Translates the driver's exceptions. */
public final class ServerErrors {

    private ServerErrors() {}

    /** The server's own words; nothing if the failure is the driver's, such as a lost connection. */
    public static Optional<ServerMessage> findMessage(SQLException e) {
        return findServerError(e)
                .map(error -> new ServerMessage(
                        String.valueOf(error.getSQLState()),
                        String.valueOf(error.getMessage()),
                        error.getDetail(),
                        error.getHint(),
                        error.getWhere()));
    }

    /** The constraint, or the unique index, that a row violated; nothing if the failure is another. */
    public static Optional<String> findConstraint(SQLException e) {
        return findServerError(e).map(ServerErrorMessage::getConstraint);
    }

    /** Where in the statement the server points, counted in characters from 1; nothing if nowhere. */
    private static Optional<Integer> findPosition(SQLException e) {
        return findServerError(e).map(ServerErrorMessage::getPosition).filter(position -> position > 0);
    }

    /**
     * Where in a statement the server points, as an index that counts from 0; of a statement that ends too early that is behind its
     * last character.
     */
    public static Optional<Integer> findOffset(SQLException e, String statement) {
        int length = statement.codePointCount(0, statement.length());
        return findPosition(e).filter(position -> position <= length + 1).map(position -> {
            int offset = statement.offsetByCodePoints(0, position - 1);
            return offset == statement.length() ? statement.stripTrailing().length() : offset;
        });
    }

    /** The column that the failure is about; nothing if the server names none. */
    public static Optional<String> findColumn(SQLException e) {
        return findServerError(e).map(ServerErrorMessage::getColumn);
    }

    /** The failure of a statement on a connection that worked, without statement, place and state. */
    public static Problem problem(SQLException e, ServerAddress where) {
        var message = findMessage(e);
        ProblemCode code = code(e);
        String text = message.map(ServerMessage::text).orElseGet(() -> oneLine(e, where));
        if (code == ProblemCode.CONNECTION_LOST) {
            text = "the connection to %s was lost".formatted(where.servers());
        } else if (code == ProblemCode.PERMISSION) {
            text = "role %s is not permitted to do this".formatted(where.user());
        } else if (code == ProblemCode.LOCK_TIMEOUT) {
            text = "a lock was not granted in time";
        }
        return Problem.of(code, text).saidBy(message.orElse(null));
    }

    /** What kind of failure a statement's exception is. */
    public static ProblemCode code(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P0")) {
            return ProblemCode.CONNECTION_LOST;
        }
        return switch (state) {
            case "42501" -> ProblemCode.PERMISSION;
            case "55P03" -> ProblemCode.LOCK_TIMEOUT;
            default -> ProblemCode.EXECUTION;
        };
    }

    /** The driver's words in one line, without the password. */
    static String oneLine(Throwable e, ServerAddress where) {
        String text =
                String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", "; ").strip();
        return where.password() == null ? text : where.password().scrub(text);
    }

    private static Optional<ServerErrorMessage> findServerError(SQLException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof PSQLException driver && driver.getServerErrorMessage() != null) {
                return Optional.of(driver.getServerErrorMessage());
            }
        }
        SQLException next = e.getNextException();
        return next == null ? Optional.empty() : findServerError(next);
    }
}
