package io.schemactl.rows;

import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries statements in a transaction, each so that its failure leaves the transaction as it was. */
final class Attempts {

    private static final String SAVEPOINT = "SAVEPOINT schemactl_attempt; ";
    private static final String RELEASE = "RELEASE SAVEPOINT schemactl_attempt";
    private static final String BACK = "ROLLBACK TO SAVEPOINT schemactl_attempt; " + RELEASE;

    /** The classes of failures that no other attempt would mend: of the connection, of the machine, by the operator. */
    private static final List<String> FINAL = List.of("08", "53", "57", "58");

    private final WorkConnection connection;

    Attempts(WorkConnection connection) {
        this.connection = connection;
    }

    /**
     * Tries statements.
     *
     * @return why the server refused them; empty if it did not
     * @throws SQLException if it is no use to go on
     */
    Optional<Refusal> execute(String sql) throws SQLException {
        try {
            // A line break, as the statement's last line may be a comment.
            connection.execute(SAVEPOINT + sql + "\n; " + RELEASE);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(backFrom(e));
        }
    }

    /**
     * Tries a query.
     *
     * @return its rows; empty if the server refused it
     * @throws SQLException if it is no use to go on
     */
    <T> Optional<List<T>> query(String sql, WorkConnection.RowMapper<T> mapper) throws SQLException {
        Answer<T> answer = ask(sql, mapper);
        return answer.refusal() == null ? Optional.of(answer.rows()) : Optional.empty();
    }

    /**
     * What came of a query.
     *
     * @param rows its rows
     * @param refusal why the server refused it; null if it did not
     */
    record Answer<T>(List<T> rows, @Nullable Refusal refusal) {}

    /**
     * Tries a query.
     *
     * @throws SQLException if it is no use to go on
     */
    <T> Answer<T> ask(String sql, WorkConnection.RowMapper<T> mapper) throws SQLException {
        connection.execute(SAVEPOINT);
        List<T> rows;
        try {
            rows = connection.query(sql, mapper);
        } catch (SQLException e) {
            return new Answer<>(List.of(), backFrom(e));
        }
        connection.execute(RELEASE);
        return new Answer<>(rows, null);
    }

    private Refusal backFrom(SQLException e) throws SQLException {
        String state = String.valueOf(e.getSQLState());
        if (ServerErrors.findMessage(e).isEmpty() || FINAL.stream().anyMatch(state::startsWith)) {
            throw e;
        }
        connection.execute(BACK);
        return Refusal.of(e);
    }
}
