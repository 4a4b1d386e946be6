package io.schemactl.prove;

import io.schemactl.db.WorkConnection;
import java.sql.SQLException;

/**
 * Sees that a statement succeeds.
 *
 * @param kind what kind of test it is
 */
record SuccessChecker(TestKind kind) implements Checker {

    static final String SUCCESS = "success";

    @Override
    public String expected() {
        return SUCCESS;
    }

    @Override
    public TestOutcome check(WorkConnection connection, String sql) throws SQLException {
        connection.ask(sql);
        return TestOutcome.of(true, SUCCESS, SUCCESS);
    }
}
