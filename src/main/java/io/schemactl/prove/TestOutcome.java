package io.schemactl.prove;

import io.schemactl.problem.Excerpt;
import io.schemactl.problem.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test.
 *
 * @param passed whether it is as it should be
 * @param expected what should come, in words or as lines of rows
 * @param actual what came
 * @param difference the first difference in words; null where {@code expected} and {@code actual} say it
 * @param plan the query's plan, if the test is about an index
 * @param server PostgreSQL's own words, if it refused a statement
 * @param excerpt the statement that it refused, whether expected or not
 */
public record TestOutcome(
        boolean passed,
        String expected,
        String actual,
        @Nullable String difference,
        @Nullable String plan,
        @Nullable ServerMessage server,
        @Nullable Excerpt excerpt) {

    static TestOutcome of(boolean passed, String expected, String actual) {
        return new TestOutcome(passed, expected, actual, null, null, null, null);
    }

    static TestOutcome refused(boolean passed, String expected, Refusal refusal) {
        return new TestOutcome(
                passed, expected, refusal.words(), null, null, refusal.message().orElse(null), refusal.excerpt());
    }

    /** This outcome with the first difference. */
    TestOutcome differing(@Nullable String words) {
        return new TestOutcome(passed, expected, actual, words, plan, server, excerpt);
    }

    /** This outcome with the plan. */
    TestOutcome planned(String text) {
        return new TestOutcome(passed, expected, actual, difference, text, server, excerpt);
    }
}
