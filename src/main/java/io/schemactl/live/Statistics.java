package io.schemactl.live;

import java.util.List;

/**
 * What {@code doctor --export-stats} writes of a database: names and counts, so that a plan can be judged without the database.
 *
 * @param serverVersion the server's version, such as {@code 17.8}
 * @param figures how large the tables are
 * @param applied the change sets that its history has
 */
public record Statistics(String serverVersion, Figures figures, List<Applied> applied) {

    /** Copies the list. */
    public Statistics {
        applied = List.copyOf(applied);
    }

    /**
     * A change set of a history.
     *
     * @param id its id
     * @param author its author
     * @param file its file as the history records it
     */
    public record Applied(String id, String author, String file) {}

    /** The server's major version. */
    public int majorVersion() {
        return Integer.parseInt(serverVersion.replaceFirst("\\..*", ""));
    }
}
