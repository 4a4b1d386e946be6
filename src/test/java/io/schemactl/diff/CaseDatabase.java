package io.schemactl.diff;

import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.Scope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A database with one connection, on which scripts run as psql would run them. */
final class CaseDatabase implements AutoCloseable {

    private static final ReentrantLock SHARED_OBJECTS = new ReentrantLock();

    private final TestDatabase database;
    private final Connection connection;

    private CaseDatabase(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** A database with a schema. */
    static CaseDatabase of(int major, String sql) throws SQLException {
        TestDatabase database = TestServers.freshDatabase(major);
        Connection connection = null;
        try {
            // The simple protocol sends a script as it is, whatever the driver thinks of its parts.
            connection = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
            var made = new CaseDatabase(database, connection);
            made.execute("SET statement_timeout TO '60s'; SET client_min_messages TO error");
            made.execute(sql);
            // Where it is UTC, fewer changes of types want a table to be written anew.
            made.execute("SET TimeZone TO 'Asia/Kathmandu'");
            return made;
        } catch (SQLException e) {
            if (connection != null) {
                connection.close();
            }
            database.close();
            throw e;
        }
    }

    /** Makes the roles and tablespaces that a case speaks of, once a server. */
    static void prepare(int major, DiffCase one) throws SQLException {
        if (one.roles().isEmpty() && one.tablespaces().isEmpty()) {
            return;
        }
        SHARED_OBJECTS.lock();
        try (CaseDatabase any = of(major, "SET allow_in_place_tablespaces TO on")) {
            List<String> there = any.query("SELECT rolname FROM pg_roles UNION ALL SELECT spcname FROM pg_tablespace");
            for (String role : one.roles()) {
                if (!there.contains(role.replace("\"", ""))) {
                    any.execute("CREATE ROLE " + role);
                }
            }
            for (String tablespace : one.tablespaces()) {
                if (!there.contains(tablespace)) {
                    any.execute("CREATE TABLESPACE " + tablespace + " LOCATION ''");
                }
            }
        } finally {
            SHARED_OBJECTS.unlock();
        }
    }

    /** Its address, password included. */
    String url() {
        return database.url();
    }

    /** Runs a script. */
    void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Runs a migration: neighbours that allow it in one transaction, the others alone. */
    void apply(List<Statement> statements, Witness witness) throws SQLException {
        try {
            for (Statement statement : statements) {
                if (!statement.transactional()) {
                    commit();
                }
                if (statement.transactional() || witness.isAdmitted(statement)) {
                    begin(witness);
                    run(statement);
                    witness.heard(statement);
                } else {
                    run(statement);
                }
                if (!statement.transactional()) {
                    commit();
                }
            }
            commit();
        } finally {
            rollBack();
        }
    }

    private void begin(Witness witness) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
            witness.begins();
        }
    }

    private void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void rollBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Whether a command succeeds; if not, it leaves nothing behind. */
    boolean attempt(Statement statement, Witness witness) throws SQLException {
        try {
            begin(witness);
            execute(statement.sql());
            witness.heard(statement);
            commit();
            return true;
        } catch (SQLException e) {
            return false;
        } finally {
            rollBack();
        }
    }

    Connection connection() {
        return connection;
    }

    private void run(Statement statement) throws SQLException {
        try {
            execute(statement.sql());
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n    in: " + statement.sql(), e.getSQLState(), e);
        }
    }

    /** Everything that a plan must know about it. */
    Reading read() {
        try (CatalogSession session = CatalogSession.open(connection)) {
            return session.readAll(Scope.everything());
        }
    }

    /** The rows of a query, each as a text. */
    List<String> query(String sql) throws SQLException {
        var answers = new ArrayList<String>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                answers.add(String.join(" | ", row.stream().map(String::valueOf).toList()));
            }
        }
        return answers;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            // A database with a subscription cannot be dropped.
            for (String name :
                    query("SELECT quote_ident(subname) FROM pg_subscription JOIN pg_database d ON d.oid = subdbid"
                            + " WHERE datname = current_database()")) {
                execute("ALTER SUBSCRIPTION %1$s DISABLE".formatted(name));
                execute("ALTER SUBSCRIPTION %1$s SET (slot_name = NONE); DROP SUBSCRIPTION %1$s".formatted(name));
            }
        } finally {
            database.close();
        }
    }
}
