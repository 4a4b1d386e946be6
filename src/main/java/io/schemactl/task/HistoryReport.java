package io.schemactl.task;

import io.schemactl.engine.ChangeSetResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a database, oldest first.
 *
 * @param target the database
 * @param items what was done
 */
public record HistoryReport(TargetReport target, List<Item> items) {

    /** Copies the items. */
    public HistoryReport {
        items = List.copyOf(items);
    }

    /**
     * What was done with one change set.
     *
     * @param when when, as ISO 8601; in UTC (with Z) where schemactl recorded it, else the local time that Liquibase's table says
     * @param outcome what was done
     * @param id the change set's id
     * @param author its author
     * @param file its file, as recorded
     * @param user the role that did it; null if the stock engine did
     * @param client the person and machine; null if the stock engine did
     * @param milliseconds how long it took; null if the stock engine did it
     * @param tag the tag that marks this point
     */
    public record Item(
            String when,
            ChangeSetResult.Outcome outcome,
            String id,
            String author,
            String file,
            @Nullable String user,
            @Nullable String client,
            @Nullable Long milliseconds,
            @Nullable String tag) {}
}
