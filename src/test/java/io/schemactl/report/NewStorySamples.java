package io.schemactl.report;

import io.schemactl.task.NewStoryReport;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reports about new stories for tests. */
final class NewStorySamples {

    private NewStorySamples() {}

    /** One of each result. */
    static List<NewStoryReport> all() {
        return Stream.of(NewStoryReport.Result.values())
                .map(NewStorySamples::of)
                .toList();
    }

    private static NewStoryReport of(NewStoryReport.Result result) {
        return new NewStoryReport(
                "portal",
                Samples.DIRECTORY.resolve("portal/story-2.2"),
                Samples.DIRECTORY.resolve("portal/changelog.yaml"),
                result,
                result == NewStoryReport.Result.INCLUDED,
                result == NewStoryReport.Result.FOUND
                        ? List.of("table t keeps the order of its columns: a, b")
                        : List.of(),
                Duration.ofMillis(171));
    }
}
