package io.schemactl.engine.compat;

import liquibase.database.Database;
import liquibase.exception.CustomPreconditionFailedException;
import liquibase.precondition.CustomPrecondition;

/** A precondition of one's own. */
public final class CustomCheck implements CustomPrecondition {

    private String table = "";

    public void setTable(String table) {
        this.table = table;
    }

    @Override
    public void check(Database database) throws CustomPreconditionFailedException {
        if (!table.equals("person")) {
            throw new CustomPreconditionFailedException("not about persons: " + table);
        }
    }
}
