package io.schemactl.prove;

import io.schemactl.db.WorkConnection;
import java.sql.SQLException;

/**
 * Sees how many rows a statement touches.
 *
 * @param rows how many it should touch
 */
record AffectsChecker(long rows) implements Checker {

    @Override
    public TestKind kind() {
        return TestKind.AFFECTS;
    }

    @Override
    public String expected() {
        return words(rows);
    }

    @Override
    public TestOutcome check(WorkConnection connection, String sql) throws SQLException {
        long affected = connection.ask(sql).affected();
        return TestOutcome.of(affected == rows, expected(), words(affected));
    }

    static String words(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
