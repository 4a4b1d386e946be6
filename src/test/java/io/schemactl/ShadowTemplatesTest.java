package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.EmbeddedServers;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates on schemactl's own server: they are used again, and only where the outcome is the same. */
final class ShadowTemplatesTest {

    private static final String TEMPLATES =
            "SELECT datname FROM pg_database WHERE datname LIKE 'schemactl\\_template\\_%' ORDER BY oid";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private TestDatabase database;
    private EmbeddedServer server;

    @BeforeEach
    void open() {
        database = TestServers.freshDatabase();
        // Held open, so that it need not start with every command.
        server = new EmbeddedServers(data.resolve("shadow"), List.of(TestServers.ARCHIVES)).start(17);
    }

    @AfterEach
    void close() throws SQLException {
        for (String template : query(TEMPLATES)) {
            execute("DROP DATABASE " + template);
        }
        server.close();
        database.close();
    }

    @Test
    void isUsedAgain() throws SQLException {
        Project project = project("CREATE TABLE t (a int)");
        Run first = diff(project);
        List<String> templates = query(TEMPLATES);
        assertEquals(1, templates.size(), first.toString());
        assertEquals(List.of(), shadows());
        // What is not in the changelog can only come from the template.
        change(templates.get(0), "CREATE TABLE made_by_the_test (a int)");

        Run second = diff(project);

        assertTrue(second.out().contains("made_by_the_test"), second.toString());
        assertEquals(templates, query(TEMPLATES));
        assertEquals(List.of(), shadows());
    }

    @Test
    void isMadeAnewWhereSomethingElseIsReplayed() throws SQLException {
        Project project = project("CREATE TABLE t (a int)");
        diff(project);
        change(query(TEMPLATES).get(0), "CREATE TABLE made_by_the_test (a int)");
        database.execute("CREATE SCHEMA app");

        for (Run run : List.of(
                diff(project("CREATE TABLE t (a int) -- the same")),
                diff(project("CREATE TABLE t (a int)", "CREATE TABLE u (a int)")),
                diff(project("CREATE TABLE t (a int)"), "--default-schema", "app"),
                diff(project("CREATE TABLE t (a int)"), "--context-filter", "test"),
                diff(project("CREATE TABLE t (a int)"), "--label-filter", "new"))) {
            assertEquals(1, run.code(), run.toString());
            assertTrue(!run.out().contains("made_by_the_test"), run.toString());
        }
        assertEquals(6, query(TEMPLATES).size());
    }

    @Test
    void isNotMadeWhereTheOutcomeDependsOnMore() throws SQLException {
        execute("DROP ROLE IF EXISTS reader; CREATE ROLE reader");
        for (String sql : List.of(
                "CREATE ROLE writer",
                "CREATE TABLE t (a int); GRANT SELECT ON t TO reader",
                "CREATE TABLE t (a int); GRANT SELECT ON t TO nobody_there",
                "DO $$ BEGIN EXECUTE 'CREATE TABLE t_' || to_char(now(), 'YYYYMMDD') || ' (a int)'; END $$",
                "DO $$ BEGIN EXECUTE format('ALTER %s %I SET work_mem = %L', 'DATABASE', current_database(), '9MB'); END $$",
                "DO $$ BEGIN EXECUTE format('COMMENT %s DATABASE %I IS %L', 'ON', current_database(), 'hello'); END $$")) {
            Run run = diff(project(sql));

            assertTrue(run.code() < 2, run.toString());
            assertEquals(List.of(), query(TEMPLATES), sql);
            assertEquals(List.of(), shadows());
        }
        execute("DROP ROLE writer, reader, nobody_there");
    }

    @Test
    void isNotMadeByAReplayThatFails() throws SQLException {
        Run run = diff(project("CREATE TABLE t (a int)", "CREATE TABLE t (a int)"));

        assertEquals(5, run.code(), run.toString());
        assertEquals(List.of(), query(TEMPLATES));
        assertEquals(List.of(), shadows());
    }

    @Test
    void twoAtOnceBothSucceed() throws Exception {
        Project project = project("CREATE TABLE t (a int)", "CREATE TABLE u AS SELECT 1 AS a FROM pg_sleep(1)");
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Run>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(() -> diff(project));
            }
            for (var run : threads.invokeAll(runs)) {
                assertEquals(1, run.get().code(), run.get().toString());
                assertTrue(run.get().out().contains("+ table u"), run.get().toString());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, query(TEMPLATES).size());
        assertEquals(List.of(), shadows());
    }

    @Test
    void isBuiltAnewWhileSomebodyIsConnectedToIt() throws SQLException {
        Project project = project("CREATE TABLE t (a int)");
        diff(project);
        String template = query(TEMPLATES).get(0);
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(template));
        try (var connection = DriverManager.getConnection(url(template))) {
            Run run = diff(project);

            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("+ table t"), run.toString());
            assertTrue(connection.isValid(1));
        }
        assertEquals(List.of(template), query(TEMPLATES));
        assertEquals(List.of(), shadows());
    }

    @Test
    void goesWhenItIsOldOrOneOfTooMany() throws SQLException {
        diff(project("CREATE TABLE t (a int)"));
        String kept = query(TEMPLATES).get(0);
        String old = "schemactl_template_" + "0".repeat(32);
        execute("CREATE DATABASE " + old);
        execute("COMMENT ON DATABASE %s IS 'last used 2020-01-01T00:00:00Z'".formatted(old));
        for (int i = 1; i <= 20; i++) {
            String name = "schemactl_template_%032d".formatted(i);
            execute("CREATE DATABASE " + name);
            execute("COMMENT ON DATABASE %s IS 'last used 2999-01-01T00:00:%02dZ'".formatted(name, i));
        }
        diff(project("CREATE TABLE other (a int)"));

        List<String> left = query(TEMPLATES);
        assertEquals(21, left.size(), "twenty, and the one made since");
        assertTrue(!left.contains(old) && !left.contains(kept), left.toString());
    }

    /** A server of the user's keeps nothing. */
    @Test
    void goesWithTheRunElsewhere() throws SQLException {
        Project project = project("CREATE TABLE t (a int)", "CREATE TABLE u (a int)");
        Run run = project.run("diff", "changelog", "changelog", "--shadow", TestServers.shadow(14));

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of(), project.query("SELECT datname FROM pg_database WHERE datname LIKE 'schemactl\\_%'"));
    }

    private Project project(String... sql) {
        return new Project(folder, database).sql(sql);
    }

    private Run diff(Project project, String... more) {
        var line = new ArrayList<>(List.of("diff", "--shadow", "embedded:17", "--data-dir", data.toString()));
        line.addAll(List.of(more));
        return project.run(line.toArray(String[]::new));
    }

    private void change(String template, String sql) throws SQLException {
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(template));
        try (var connection = DriverManager.getConnection(url(template));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> shadows() throws SQLException {
        return query("SELECT datname FROM pg_database WHERE datname LIKE 'schemactl\\_shadow\\_%'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(server.host(), server.port(), database, server.user(), server.password());
    }
}
