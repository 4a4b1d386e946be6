package io.schemactl.cli;

import io.schemactl.config.Environment;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder and a database of its own, in which command lines are run inside this process. */
final class Playground implements AutoCloseable {

    /** Where embedded servers of command lines live; kept between runs, as a first start takes seconds. */
    private static final Path EMBEDDED = Path.of("target/playground-servers").toAbsolutePath();

    private final TestDatabase database = TestServers.freshDatabase();
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private final List<Connection> sessions = new ArrayList<>();
    private boolean isTerminal;

    Playground() throws IOException {
        folder = Files.createTempDirectory("schemactl playground ").toRealPath();
        variables.put("URL", database.url());
        variables.put("PORT", Integer.toString(database.server().port()));
        variables.put("DATABASE", database.name());
        variables.put("PASSWORD", database.server().password());
        variables.put("LANG", "C.UTF-8");
        variables.put("SCHEMACTL_DATA_DIR", EMBEDDED.toString());
        variables.put("SCHEMACTL_SHADOW", TestServers.shadow(database.majorVersion()));
    }

    Path folder() {
        return folder;
    }

    Map<String, String> variables() {
        return variables;
    }

    TestDatabase database() {
        return database;
    }

    void sitDownAtTerminal() {
        isTerminal = true;
    }

    /** Runs the program as a command line would. */
    Printed schemactl(List<String> arguments, Map<String, String> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        var printed = new Printed();
        var environment = new Environment(all, folder, folder.resolve("home"));
        try (var out = new PrintStream(printed.out(), true, StandardCharsets.UTF_8);
                var err = new PrintStream(printed.err(), true, StandardCharsets.UTF_8)) {
            var shell = Shell.of(out, err, isTerminal, environment, "0.0.0");
            printed.exit(new Program(shell).run(arguments));
        }
        if (printed.contains(database.server().password())) {
            throw new AssertionError("a password was printed by " + arguments);
        }
        return printed;
    }

    void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Runs SQL, and returns the last result's rows, a line each. */
    String sql(String statement) throws SQLException {
        try (Connection connection = database.connect()) {
            return sql(connection, statement);
        }
    }

    /** The same in a session that stays open. */
    String sqlOfOther(String statement) throws SQLException {
        if (sessions.isEmpty()) {
            sessions.add(database.connect());
        }
        return sql(sessions.get(0), statement);
    }

    private static String sql(Connection connection, String text) throws SQLException {
        var rows = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(text)) {
                ResultSet result = statement.getResultSet();
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.append(String.join(" | ", row)).append('\n');
                }
            }
        }
        return rows.toString();
    }

    /** Text with what differs between two runs taken out. */
    String normal(String text) {
        String port = Integer.toString(database.server().port());
        return Normal.text(text.replace(EMBEDDED.toString(), "DATA")
                .replace(folder.toString(), "DIR")
                .replace(database.name(), "DB")
                .replace(":" + port, ":PORT")
                .replace("port " + port, "port PORT"));
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Connection session : sessions) {
            session.close();
        }
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
