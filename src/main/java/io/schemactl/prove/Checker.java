package io.schemactl.prove;

import io.schemactl.db.WorkConnection;
import java.sql.SQLException;

/** Runs the statement of a test, and judges what comes of it. */
interface Checker {

    /** What kind of test it is. */
    TestKind kind();

    /** What should come of the statement, in words or as lines of rows. */
    String expected();

    /**
     * Runs the statement.
     *
     * @throws SQLException if it fails
     */
    TestOutcome check(WorkConnection connection, String sql) throws SQLException;

    /** The statement that is sent for the test's own. */
    default String sent(String sql) {
        return sql;
    }

    /** Judges that the statement failed. */
    default TestOutcome refused(Refusal refusal) {
        return TestOutcome.refused(false, expected(), refusal);
    }
}
