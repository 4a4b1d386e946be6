package io.schemactl.prove;

import io.schemactl.problem.Position;
import java.time.Duration;

/**
 * A test that was run, and what came of it.
 *
 * @param kind what kind of test it is
 * @param name what people call it; unique among the tests of its kind in a story
 * @param position where it stands in the tests file
 * @param outcome what came of it
 * @param took how long it ran, all its statements together
 */
public record TestResult(TestKind kind, String name, Position position, TestOutcome outcome, Duration took) {

    /** Whether it is as it should be. */
    public boolean passed() {
        return outcome.passed();
    }
}
