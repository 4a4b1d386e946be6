package io.schemactl;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.sql.SqlText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Scripts for psql, run without it. */
final class PsqlScript {

    private PsqlScript() {}

    /** Runs a script statement by statement, without the lines that are psql's own. */
    static void run(TestDatabase database, String script) throws SQLException {
        String sql = script.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String single : SqlText.statements(sql)) {
                statement.execute(single);
            }
        }
    }
}
