package io.schemactl.task;

import io.schemactl.diff.plan.Migration;
import java.time.Duration;
import java.util.List;

/**
 * A script that turns one side of a comparison into the other, tried on a copy.
 *
 * @param diff what differs
 * @param migration the commands
 * @param notes what stays different, because PostgreSQL has no command for it
 * @param lockTimeout how long a command of the script may wait for a lock
 */
public record MigrationReport(DiffReport diff, Migration migration, List<String> notes, Duration lockTimeout) {

    /** Copies the notes. */
    public MigrationReport {
        notes = List.copyOf(notes);
    }
}
