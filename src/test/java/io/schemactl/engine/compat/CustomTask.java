package io.schemactl.engine.compat;

import java.sql.SQLException;
import java.sql.Statement;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A custom change that does its work itself, on Liquibase's connection. */
public final class CustomTask implements CustomTaskChange, CustomTaskRollback {

    private String tableName = "";

    public void setTableName(String tableName) {
        this.tableName = tableName;
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        run(database, "CREATE TABLE %s AS SELECT 'by a task' AS words".formatted(tableName));
    }

    @Override
    public void rollback(Database database) throws CustomChangeException {
        run(database, "DROP TABLE " + tableName);
    }

    private static void run(Database database, String sql) throws CustomChangeException {
        try (Statement statement = ((JdbcConnection) database.getConnection()).createStatement()) {
            statement.execute(sql);
        } catch (SQLException | liquibase.exception.DatabaseException e) {
            throw new CustomChangeException(e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "made " + tableName;
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
