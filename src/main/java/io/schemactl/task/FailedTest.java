package io.schemactl.task;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.prove.TestResult;

/** Says that a test of a story failed. */
final class FailedTest {

    private FailedTest() {}

    static Finding finding(String story, TestResult result) {
        String difference = result.outcome().difference();
        return new Finding(
                Severity.ERROR,
                "test-" + result.kind().id(),
                "test " + result.name(),
                result.position(),
                story,
                difference == null
                        ? "%s failed".formatted(result.name())
                        : "%s failed: %s".formatted(result.name(), difference),
                result.outcome().expected(),
                result.outcome().actual(),
                null);
    }
}
