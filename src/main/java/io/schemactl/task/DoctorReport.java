package io.schemactl.task;

import io.schemactl.live.Statistics;
import io.schemactl.task.Diagnosis.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a target's database is.
 *
 * @param target the target's name
 * @param database the address, without a password
 * @param serverVersion the server's version, such as {@code 17.8}; null if it could not be asked
 * @param isReached whether there was a connection
 * @param diagnoses what the checks found, in order
 * @param statistics what a plan elsewhere needs to know; null if it could not be read
 * @param took how long it took
 */
public record DoctorReport(
        String target,
        String database,
        @Nullable String serverVersion,
        boolean isReached,
        List<Diagnosis> diagnoses,
        @Nullable Statistics statistics,
        Duration took) {

    /** Copies the list. */
    public DoctorReport {
        diagnoses = List.copyOf(diagnoses);
    }

    /** How many checks have a level. */
    public long count(Level level) {
        return diagnoses.stream().filter(each -> each.level() == level).count();
    }

    /** Whether nothing keeps an upgrade from working. */
    public boolean isGood() {
        return isReached && count(Level.ERROR) == 0;
    }
}
