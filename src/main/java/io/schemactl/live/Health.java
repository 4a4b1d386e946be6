package io.schemactl.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a live server says about itself where something may be wrong. */
public final class Health {

    private Health() {}

    /**
     * A setting.
     *
     * @param name its name
     * @param value its value as PostgreSQL shows it
     * @param time the same, of a setting that is a time
     * @param source where it came from, in PostgreSQL's words
     */
    public record ServerSetting(
            String name, String value, @Nullable Duration time, String source) {}

    /**
     * A database.
     *
     * @param clock the server's clock
     * @param bytes its size; null if the role may not know it
     * @param connections how many there are to the server
     * @param mostConnections how many there may be
     * @param clientEncoding the encoding that the server thinks we speak
     * @param mayCreate whether the role may make schemas
     */
    public record DatabaseFacts(
            Instant clock,
            @Nullable Long bytes,
            int connections,
            int mostConnections,
            String clientEncoding,
            boolean mayCreate) {}

    /**
     * The schema of the history.
     *
     * @param name its name
     * @param mayUse whether the role may use what is in it
     * @param mayCreate whether the role may make something in it
     * @param hasHistory whether it has a history
     * @param mayWriteHistory whether the role may read and change that
     */
    public record SchemaFacts(
            String name, boolean mayUse, boolean mayCreate, boolean hasHistory, boolean mayWriteHistory) {}

    /**
     * A transaction that has been open for long.
     *
     * @param pid the server process's id
     * @param user the role's name
     * @param application what the client calls itself
     * @param state such as {@code idle in transaction}
     * @param age for how long
     */
    public record OldTransaction(int pid, String user, String application, String state, Duration age) {}

    /**
     * An index that is not valid.
     *
     * @param name its name, as people write it
     * @param table its table's name
     */
    public record InvalidIndex(String name, String table) {}

    /**
     * A transaction that was prepared for a commit in two phases.
     *
     * @param gid its name
     * @param owner the role that prepared it
     * @param age for how long
     */
    public record PreparedTransaction(String gid, String owner, Duration age) {}
}
