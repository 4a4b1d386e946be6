package io.schemactl.engine;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of Liquibase's DATABASECHANGELOG.
 *
 * @param id which change set it is about
 * @param executed when it was recorded, in the time zone of the session that did it
 * @param order its place in the order of execution
 * @param execType Liquibase's word for how it was recorded, such as {@code EXECUTED} or {@code MARK_RAN}
 * @param checksum Liquibase's checksum with its version, such as {@code 9:0123…}; null after {@code clear-checksums}
 * @param description what the change set does, in Liquibase's words
 * @param comments the change set's comment
 * @param tag the tag that marks this point
 * @param liquibase the version of Liquibase that recorded it
 * @param contexts the change set's contexts
 * @param labels the change set's labels
 * @param deployment groups what one command recorded
 */
public record HistoryRow(
        ChangeSetId id,
        LocalDateTime executed,
        int order,
        String execType,
        @Nullable String checksum,
        @Nullable String description,
        @Nullable String comments,
        @Nullable String tag,
        @Nullable String liquibase,
        @Nullable String contexts,
        @Nullable String labels,
        @Nullable String deployment) {

    /** Whether the change set was only recorded, not run. */
    public boolean isMarkRan() {
        return execType.equals("MARK_RAN");
    }
}
