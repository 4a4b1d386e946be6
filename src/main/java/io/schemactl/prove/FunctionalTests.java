package io.schemactl.prove;

import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.SqlText;
import io.schemactl.story.StoryTest;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestSql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs what a story's {@code tests.yaml} says.
 *
 * <p>Each test runs in a transaction of its own that is rolled back, so that none sees what another did. What PostgreSQL does
 * not roll back, such as the numbers that a sequence has given out, stays. Dates, intervals and numbers are printed the same
 * way whatever the session's settings are, and times in UTC.
 */
public final class FunctionalTests {

    /** How long a statement may take, if nothing else is said. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String BEGIN = """
            BEGIN; SET LOCAL statement_timeout = '%dms'; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, MDY'; \
            SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'""";

    /** Brings forward what a deferred constraint would say at COMMIT, which never comes. */
    private static final String CHECK_DEFERRED = "SET CONSTRAINTS ALL IMMEDIATE";

    /** The SQLSTATE of a statement that took too long. */
    private static final String CANCELED = "57014";

    private final WorkConnection connection;
    private final String begin;
    private final String tooLong;

    /** Tests on a connection that no transaction is open on. */
    public FunctionalTests(WorkConnection connection) {
        this(connection, LONGEST);
    }

    /**
     * Tests whose statements are cancelled after a while.
     *
     * @param longest how long a statement may take; zero is for ever
     */
    public FunctionalTests(WorkConnection connection, Duration longest) {
        this.connection = connection;
        this.begin = BEGIN.formatted(longest.toMillis());
        this.tooLong = "it takes longer than a statement may take, %s s"
                .formatted(BigDecimal.valueOf(longest.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /**
     * Puts the rows in that were there before the story, all or none.
     *
     * @return one result a text; the last one failed if there are fewer than texts
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public List<TestResult> before(StoryTests tests) throws SQLException {
        if (tests.before().isEmpty()) {
            return List.of();
        }
        List<TestResult> results = new ArrayList<>();
        connection.execute(begin);
        try {
            for (TestSql text : tests.before()) {
                boolean isLast = results.size() == tests.before().size() - 1;
                String name = tests.before().size() == 1 ? "rows before" : "rows before, text " + (results.size() + 1);
                TestResult result = before(text, name, isLast);
                results.add(result);
                if (!result.passed()) {
                    return results;
                }
            }
            connection.execute("COMMIT");
        } finally {
            end();
        }
        return results;
    }

    /**
     * Runs the functional tests, in their order.
     *
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public List<TestResult> run(StoryTests tests) throws SQLException {
        List<TestResult> results = new ArrayList<>();
        for (StoryTest test : tests.tests()) {
            results.add(run(test, test.check().accept(new Checkers())));
        }
        return results;
    }

    /**
     * Runs the statements of the old application, in their order.
     *
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public List<TestResult> compatible(StoryTests tests) throws SQLException {
        List<TestResult> results = new ArrayList<>();
        for (StoryTest test : tests.compatible()) {
            results.add(run(test, new SuccessChecker(TestKind.COMPATIBLE)));
        }
        return results;
    }

    private TestResult before(TestSql text, String name, boolean isLast) throws SQLException {
        long start = System.nanoTime();
        String expected = SuccessChecker.SUCCESS;
        Optional<Refusal> refusal = findRefusal(text);
        if (refusal.isEmpty() && isLast) {
            refusal = findRefusal(new TestSql(CHECK_DEFERRED, text.position()));
        }
        TestOutcome outcome = refusal.map(found -> TestOutcome.refused(false, expected, found))
                .orElseGet(() -> TestOutcome.of(true, expected, expected));
        return new TestResult(TestKind.BEFORE, name, text.position(), outcome, since(start));
    }

    private TestResult run(StoryTest test, Checker checker) throws SQLException {
        long start = System.nanoTime();
        connection.execute(begin);
        try {
            TestOutcome outcome = outcome(test, checker);
            if (!connection.isInTransaction()) {
                outcome = TestOutcome.of(false, checker.expected(), "the test ended its transaction");
            }
            return new TestResult(checker.kind(), test.name(), test.position(), outcome, since(start));
        } finally {
            end();
        }
    }

    private TestOutcome outcome(StoryTest test, Checker checker) throws SQLException {
        for (TestSql given : test.given()) {
            Optional<Refusal> refusal = findRefusal(given);
            if (refusal.isPresent()) {
                return TestOutcome.refused(false, checker.expected(), refusal.get())
                        .differing("`given` in line %d fails"
                                .formatted(given.position().line()));
            }
        }
        String sql = test.sql().text();
        try {
            TestOutcome outcome = checker.check(connection, sql);
            connection.execute(CHECK_DEFERRED);
            return outcome;
        } catch (SQLException e) {
            Refusal refusal = refusal(e, checker.sent(sql));
            TestOutcome refused = checker.refused(refusal);
            return refused.passed() || !refusal.sqlState().equals(CANCELED) ? refused : refused.differing(tooLong);
        }
    }

    /** Runs a text's statements one by one; the first one that fails, if one does. */
    private Optional<Refusal> findRefusal(TestSql text) throws SQLException {
        for (String statement : SqlText.statements(text.text())) {
            try {
                connection.execute(statement);
            } catch (SQLException e) {
                return Optional.of(refusal(e, statement));
            }
        }
        return Optional.empty();
    }

    /** Takes a failure as the answer to a statement, unless nothing can be run any more. */
    private Refusal refusal(SQLException e, String statement) throws SQLException {
        boolean mayBeLost =
                ServerErrors.findMessage(e).isEmpty() || ServerErrors.code(e) == ProblemCode.CONNECTION_LOST;
        if (connection.interruption().isRequested() || (mayBeLost && connection.isLost())) {
            throw e;
        }
        return new Refusal(e, statement);
    }

    private void end() throws SQLException {
        if (!connection.isClosed() && connection.isInTransaction()) {
            connection.shielded(connection::rollback);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
