package io.schemactl.diff.ddl;

import io.schemactl.shadow.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs commands whose order is not known: those that fail are tried again after the others. */
final class Attempts {

    private Attempts() {}

    /** Runs groups of commands, each in a transaction. */
    static void run(TestDatabase database, List<List<String>> groups) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<List<String>> pending = groups;
            while (!pending.isEmpty()) {
                pending = round(connection, pending);
            }
        }
    }

    private static List<List<String>> round(Connection connection, List<List<String>> groups) throws SQLException {
        var failed = new ArrayList<List<String>>();
        var failure = new SQLException("no command can run");
        for (List<String> group : groups) {
            try (Statement statement = connection.createStatement()) {
                for (String command : group) {
                    statement.execute(command);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                failed.add(group);
                failure.addSuppressed(new SQLException(group + ": " + e.getMessage(), e));
            }
        }
        if (failed.size() == groups.size()) {
            throw failure;
        }
        return failed;
    }
}
