package io.schemactl.engine;

import java.sql.Connection;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/** Liquibase's view of the target: PostgreSQL from the start, also before there is a connection. */
final class TargetDatabase extends PostgresDatabase {

    /** Only says that identity columns and other things of the last ten years exist. */
    private static final int ASSUMED_VERSION = 17;

    TargetDatabase(ChangelogRequest request) throws DatabaseException {
        if (request.defaultSchema() != null) {
            setDefaultSchemaName(request.defaultSchema());
        }
        if (request.historySchema() != null) {
            setLiquibaseSchemaName(request.historySchema());
        }
    }

    /** Lets Liquibase use a connection, but never end a transaction on it. */
    void borrow(Connection connection) {
        setConnection(new Borrowed(connection));
    }

    @Override
    public int getDatabaseMajorVersion() throws DatabaseException {
        return getConnection() == null ? ASSUMED_VERSION : super.getDatabaseMajorVersion();
    }

    /** Transactions are schemactl's: what Liquibase code commits or closes stays as it is. */
    private static final class Borrowed extends JdbcConnection {

        Borrowed(Connection connection) {
            super(connection);
        }

        @Override
        public void commit() {}

        @Override
        public void rollback() {}

        @Override
        public void close() {}

        @Override
        public void setAutoCommit(boolean autoCommit) {}

        @Override
        public boolean getAutoCommit() {
            return false;
        }
    }
}
