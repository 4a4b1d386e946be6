package io.schemactl;

import io.schemactl.cli.Program;
import io.schemactl.cli.Shell;
import io.schemactl.config.Environment;
import io.schemactl.db.Interruption;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A changelog in a folder and a database of its own: what a test of a whole command needs.
 *
 * @param folder the changelog's folder
 * @param database the database
 */
record Project(Path folder, TestDatabase database) implements AutoCloseable {

    /** What came of a command. */
    record Run(int code, String out, String err) {

        @Override
        public String toString() {
            return "exit " + code + "\n" + out + "\n" + err;
        }
    }

    /** A project with a fresh database on the oldest server. */
    static Project in(Path folder) {
        return new Project(folder, TestServers.freshDatabase());
    }

    /** Writes the root changelog. */
    Project changelog(String yaml) {
        return file("changelog.yaml", "databaseChangeLog:\n" + yaml);
    }

    /** Writes a root changelog of one change set for each SQL text, with ids 1, 2, 3 and so on. */
    Project sql(String... texts) {
        var yaml = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            yaml.append(changeSet(i + 1, true, texts[i]));
        }
        return changelog(yaml.toString());
    }

    /** The text of a change set that runs SQL; the SQL is not split. */
    static String changeSet(int id, boolean inTransaction, String sql) {
        return changeSet(id, inTransaction, sql, "SELECT 1");
    }

    /** The same with what takes it back. */
    static String changeSet(int id, boolean inTransaction, String sql, String rollback) {
        return """
                  - changeSet:
                      id: "%d"
                      author: test
                      runInTransaction: %s
                      changes:
                        - sql:
                            splitStatements: false
                            sql: |
                %s      rollback:
                        - sql:
                            splitStatements: false
                            sql: |
                %s""".formatted(id, inTransaction, block(sql), block(rollback));
    }

    private static String block(String sql) {
        return sql.stripTrailing().indent(14);
    }

    /** Writes a file. */
    Project file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in this process. */
    Run run(String... arguments) {
        return runAs(database.url(), arguments);
    }

    /** Runs a command in this process, with another URL. */
    Run runAs(String url, String... arguments) {
        return execute(line(url, arguments));
    }

    /** Runs a command in this process, on the targets of the folder's schemactl.yaml. */
    Run withSettings(String... arguments) {
        return execute(List.of(arguments));
    }

    /** Runs a command in this process, as a person at a terminal does. */
    Run onTerminal(String... arguments) {
        return execute(line(database.url(), arguments), true);
    }

    private Run execute(List<String> line) {
        return execute(line, false);
    }

    private Run execute(List<String> line, boolean isTerminal) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                isTerminal,
                new Environment(
                        Map.of("SCHEMACTL_SHADOW", TestServers.shadow(database.majorVersion())), folder, folder),
                new Interruption(),
                "test");
        int code = new Program(shell).run(line);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Starts a command as a process of its own. */
    Child start(String... arguments) throws IOException {
        return Child.start(folder, line(database.url(), arguments));
    }

    private static List<String> line(String url, String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.addAll(1, List.of("--url", url, "--changelog", "changelog.yaml", "--color", "never"));
        return line;
    }

    /** The first column of a query's rows, as text. */
    List<String> query(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    /** The ids of the history, in order. */
    List<String> applied() throws SQLException {
        return query("SELECT id FROM databasechangelog ORDER BY orderexecuted");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
