package io.schemactl.engine;

import java.util.List;

/**
 * One run of a command that changed the database.
 *
 * @param command such as {@code upgrade}
 * @param user the role that ran it
 * @param client the person and the machine, as the operating system knows them
 * @param started when it began, as ISO 8601 in UTC
 * @param milliseconds how long it took
 * @param items what it did, in order
 */
public record RunEvent(
        String command, String user, String client, String started, long milliseconds, List<Item> items) {

    /** Copies the items. */
    public RunEvent {
        items = List.copyOf(items);
    }

    /**
     * What was done with one change set.
     *
     * @param id the change set's id
     * @param author its author
     * @param file its file, as recorded
     * @param outcome what was done
     * @param milliseconds how long it took
     */
    public record Item(String id, String author, String file, ChangeSetResult.Outcome outcome, long milliseconds) {

        static Item of(ChangeSetResult result) {
            ChangeSetId id = result.entry().id();
            return new Item(
                    id.id(),
                    id.author(),
                    id.file(),
                    result.outcome(),
                    result.took().toMillis());
        }
    }
}
