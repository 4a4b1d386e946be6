package io.schemactl.prove;

import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.ServerMessage;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.sql.Identifier;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestsFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A working connection on which tests files are run, as the program opens one.
 *
 * @param connection the connection
 * @param interruption the user's wish to stop
 */
record TestDesk(WorkConnection connection, Interruption interruption) implements AutoCloseable {

    static TestDesk on(TestDatabase database) throws SQLException {
        var interruption = new Interruption();
        var driver = DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
        return new TestDesk(new WorkConnection(driver, interruption, notice -> {}), interruption);
    }

    static StoryTests parse(String yaml) {
        return TestsFile.parse("story", Path.of("tests.yaml"), yaml, new Identifier("public"));
    }

    List<TestResult> run(String yaml) throws SQLException {
        return new FunctionalTests(connection).run(parse(yaml));
    }

    List<TestResult> run(String yaml, Duration longest) throws SQLException {
        return new FunctionalTests(connection, longest).run(parse(yaml));
    }

    /** Runs one test, which is all that the YAML says. */
    TestResult runOne(String yaml) throws SQLException {
        return run("tests:\n  - name: it\n" + yaml.indent(4)).get(0);
    }

    /** The first value of a query. */
    String value(String sql) throws SQLException {
        return connection.queryTexts(sql).get(0);
    }

    /** The server's words, which must be there. */
    static ServerMessage server(TestOutcome outcome) {
        return Objects.requireNonNull(outcome.server());
    }

    /** The statement that failed, from the place that the server marked. */
    static String marked(TestOutcome outcome) {
        Excerpt excerpt = Objects.requireNonNull(outcome.excerpt());
        return excerpt.statement().substring(excerpt.offset() == null ? 0 : excerpt.offset());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
