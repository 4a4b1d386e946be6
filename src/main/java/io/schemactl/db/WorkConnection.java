package io.schemactl.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The one connection that holds the lock and does the work.
 *
 * <p>It stays in autocommit mode and sends every statement as it is, so that what is printed is what the server sees:
 * transactions are opened and closed with {@code BEGIN} and {@code COMMIT} like everything else.
 */
public final class WorkConnection implements AutoCloseable {

    /** Makes a value of the row that a result set stands on. */
    @FunctionalInterface
    public interface RowMapper<T> {
        /** The row's value. */
        T map(ResultSet row) throws SQLException;
    }

    /** Work on the connection. */
    @FunctionalInterface
    public interface SqlWork {
        /** Does the work. */
        void run() throws SQLException;
    }

    /** The SQLSTATE of a statement that was cancelled. */
    private static final String CANCELED = "57014";

    private final Connection connection;
    private final Interruption interruption;
    private final Consumer<String> notices;
    private final int backend;
    private boolean shielded;

    /**
     * Wraps an open connection in simple query mode.
     *
     * @param notices receives the server's notices and warnings
     * @throws SQLException if the connection is of no use
     */
    public WorkConnection(Connection connection, Interruption interruption, Consumer<String> notices)
            throws SQLException {
        this.connection = connection;
        this.interruption = interruption;
        this.notices = notices;
        connection.setAutoCommit(true);
        this.backend = queryOne("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
    }

    /** The server process's id. */
    public int backend() {
        return backend;
    }

    /** The driver's connection, for what needs one. */
    public Connection driverConnection() {
        return connection;
    }

    /** The user's wish to stop. */
    public Interruption interruption() {
        return interruption;
    }

    /**
     * Sends a text to the server, exactly as it is.
     *
     * @throws SQLException if the server refuses it, or the user interrupts
     */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            runCancellable(statement, () -> {
                boolean rows = statement.execute(sql);
                while (rows || statement.getUpdateCount() != -1) {
                    rows = statement.getMoreResults();
                }
            });
        }
    }

    /**
     * Sends one statement to the server, exactly as it is, and reads what it answers.
     *
     * @throws SQLException if the server refuses it, or the user interrupts
     */
    public Answer ask(String sql) throws SQLException {
        List<Answer> answers = new ArrayList<>(1);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            runCancellable(statement, () -> answers.add(Answer.read(statement, statement.execute(sql))));
        }
        return answers.get(0);
    }

    /** The rows of a query. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            runCancellable(statement, () -> {
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(mapper.map(result));
                    }
                }
            });
        }
        return rows;
    }

    /** The first column of a query's rows, as text. */
    public List<String> queryTexts(String sql) throws SQLException {
        return query(sql, row -> row.getString(1));
    }

    /** The first row of a query; empty also if its value is null. */
    public <T> Optional<T> queryOne(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
        List<T> rows = query(sql, mapper, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** Ends the open transaction without its changes, if one is open and the server still answers. */
    public void rollback() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    /** Whether a transaction block is open, as the server said after the last statement; costs no round trip. */
    public boolean isInTransaction() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    /** Whether the driver knows that the connection is gone; costs no round trip. */
    public boolean isClosed() throws SQLException {
        return connection.isClosed();
    }

    /** Whether the server can no longer be reached over this connection. */
    public boolean isLost() {
        try {
            return connection.isClosed() || !connection.isValid(5);
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * Does work that the user's wish to stop must not cut short: what cleans up and records after it.
     *
     * @throws SQLException if the work fails
     */
    public void shielded(SqlWork work) throws SQLException {
        boolean before = shielded;
        shielded = true;
        try {
            work.run();
        } finally {
            shielded = before;
        }
    }

    private void runCancellable(Statement statement, SqlWork work) throws SQLException {
        if (shielded) {
            work.run();
            forwardNotices(statement);
            return;
        }
        interruption.begins(this, () -> cancel(statement));
        try {
            if (interruption.isRequested()) {
                throw new SQLException("interrupted before the statement was sent", CANCELED);
            }
            work.run();
        } finally {
            interruption.ends(this);
            forwardNotices(statement);
        }
    }

    private void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement goes on; the server's client_connection_check_interval ends it when this process ends.
            notices.accept("could not cancel the running statement: " + e.getMessage());
        }
    }

    private void forwardNotices(Statement statement) {
        try {
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.accept(warning.getMessage());
            }
        } catch (SQLException e) {
            notices.accept("could not read the server's notices: " + e.getMessage());
        }
    }
}
