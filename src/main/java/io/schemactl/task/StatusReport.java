package io.schemactl.task;

import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.StockLock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database stands beside its changelog.
 *
 * @param target the database
 * @param stories the changelog's stories, in order
 * @param unknown what is applied but not in the changelog
 * @param stockLock a lock that the stock Liquibase engine holds or left behind
 */
public record StatusReport(
        TargetReport target,
        List<StoryStatus> stories,
        List<HistoryRow> unknown,
        @Nullable StockLock stockLock) {

    /** Copies the lists. */
    public StatusReport {
        stories = List.copyOf(stories);
        unknown = List.copyOf(unknown);
    }

    /** Whether everything is applied, unchanged. */
    public boolean isUpToDate() {
        return stories.stream()
                .allMatch(story ->
                        story.state() == StoryStatus.State.APPLIED || story.state() == StoryStatus.State.FILTERED);
    }
}
