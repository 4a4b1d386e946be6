package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Finds out whether a pooler lends a server's backend for one transaction only. Then nothing of a session holds: no advisory
 * lock, no {@code SET}.
 *
 * <p>One connection cannot tell, as a quiet pooler gives it the same backend each time. So a second one is opened: where each
 * connection has a backend of its own, the two are never on the same one, and neither ever changes. A pooler that lends
 * transactions gives the second connection the backend that the first one has just returned; or, if it takes turns, gives
 * the first one another each time.
 */
public final class Pooler {

    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String PROTOCOL_VIOLATION = "08P01";

    /** A process id alone is not enough: behind one pooler there may be several machines. */
    private static final String BACKEND = """
            SELECT a.pid || ' ' || a.backend_start FROM pg_catalog.pg_stat_activity AS a
             WHERE a.pid = pg_catalog.pg_backend_pid()
            """;

    private final Connection first;
    private final Connection second;

    private Pooler(Connection first, Connection second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Refuses a connection on which no lock could be held.
     *
     * @param connection in autocommit mode
     * @param facts what the server said on that connection; if nothing stands between, no second one is opened
     * @throws ProblemException if a pooler lends backends for one transaction only
     */
    public static void refuseTransactionMode(
            Connection connection, ServerFacts facts, ServerAddress address, ConnectOptions options) {
        if (!facts.isPooled()) {
            return;
        }
        try (Connection other = Connector.connect(address, options)) {
            if (inTransactionMode(connection, other)) {
                throw new ProblemException(Problem.of(
                                ProblemCode.POOLER,
                                "%s is a pooler in transaction mode, on which the lock cannot be held"
                                        .formatted(address.servers()))
                        .about(address.toString())
                        .state("nothing was changed")
                        .fix("use the pooler's session port (Supabase: 5432 instead of 6543),"
                                + " or the server's own address"));
            }
        } catch (SQLException e) {
            throw new ProblemException(ServerErrors.problem(e, address), SafeCause.of(e, address.password()));
        }
    }

    /**
     * Whether a pooler lends backends for one transaction only.
     *
     * @param connection outside of a transaction
     * @throws ProblemException if a second connection is not to be had
     */
    public static boolean lendsTransactions(WorkConnection connection, ServerAddress address, ConnectOptions options)
            throws SQLException {
        try (Connection other = Connector.connect(address, options)) {
            return inTransactionMode(connection.driverConnection(), other);
        }
    }

    /**
     * Whether two connections, both in autocommit mode and to the same address, share backends.
     *
     * @param second not to be used any more afterwards
     */
    public static boolean inTransactionMode(Connection first, Connection second) throws SQLException {
        return new Pooler(first, second).sharesBackends();
    }

    private boolean sharesBackends() throws SQLException {
        String own = backend(first);
        second.setNetworkTimeout(direct(), (int) PATIENCE.toMillis());
        for (int round = 0; round < ROUNDS; round++) {
            if (!backend(first).equals(own)) {
                return true;
            }
            second.setAutoCommit(false);
            String other;
            try {
                other = backend(second);
            } catch (SQLException e) {
                if (PROTOCOL_VIOLATION.equals(e.getSQLState())) {
                    // A pooler that lends a backend for a statement only forbids transactions with this.
                    return true;
                }
                if (!isTimeout(e)) {
                    throw e;
                }
                // It waits for a backend although the first connection is idle: so that one keeps its own.
                return !backend(first).equals(own);
            }
            // The second connection holds its transaction open meanwhile, so the first one cannot get that backend.
            if (other.equals(own) || !backend(first).equals(own)) {
                return true;
            }
            second.rollback();
            second.setAutoCommit(true);
        }
        return false;
    }

    private static boolean isTimeout(SQLException e) {
        return e.getCause() instanceof SocketTimeoutException;
    }

    private static Executor direct() {
        return Runnable::run;
    }

    private static String backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(BACKEND)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
