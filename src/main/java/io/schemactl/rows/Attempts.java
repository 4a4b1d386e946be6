package io.schemactl.rows;

import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries statements in a transaction, each so that its failure leaves the transaction as it was.
 *
 * <p>One savepoint stands before each attempt and moves on behind what succeeded, so that an attempt costs one round trip.
 */
final class Attempts {

    private static final String SAVEPOINT = "SAVEPOINT schemactl_attempt";
    private static final String RELEASE = "RELEASE SAVEPOINT schemactl_attempt";
    private static final String BACK = "ROLLBACK TO SAVEPOINT schemactl_attempt";

    /** The classes of failures that no other attempt would mend: of the connection, of the machine, by the operator. */
    private static final List<String> FINAL = List.of("08", "53", "57", "58");

    private final WorkConnection connection;

    private Attempts(WorkConnection connection) {
        this.connection = connection;
    }

    /** Begins attempts in the open transaction. */
    static Attempts begin(WorkConnection connection) throws SQLException {
        connection.execute(SAVEPOINT);
        return new Attempts(connection);
    }

    /** Ends attempts; what succeeded belongs to the transaction. */
    void end() throws SQLException {
        connection.execute(RELEASE);
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
            connection.execute(sql + "\n; " + RELEASE + "; " + SAVEPOINT);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(backFrom(e));
        }
    }

    /**
     * What came of a query.
     *
     * @param rows its rows
     * @param refusal why the server refused it; null if it did not
     */
    record Answer<T>(List<T> rows, @Nullable Refusal refusal) {
        /** Its rows; empty if the server refused it. */
        Optional<List<T>> findRows() {
            return refusal == null ? Optional.of(rows) : Optional.empty();
        }
    }

    /**
     * Tries a query.
     *
     * @throws SQLException if it is no use to go on
     */
    <T> Answer<T> ask(String sql, WorkConnection.RowMapper<T> mapper) throws SQLException {
        try {
            return new Answer<>(connection.query(sql, mapper), null);
        } catch (SQLException e) {
            return new Answer<>(List.of(), backFrom(e));
        }
    }

    /**
     * Tries a query.
     *
     * @return its rows; empty if the server refused it
     * @throws SQLException if it is no use to go on
     */
    <T> Optional<List<T>> query(String sql, WorkConnection.RowMapper<T> mapper) throws SQLException {
        return ask(sql, mapper).findRows();
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
