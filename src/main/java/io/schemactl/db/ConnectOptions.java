package io.schemactl.db;

import java.time.Duration;

/**
 * How to connect.
 *
 * @param applicationName what pg_stat_activity shows, unless the address names something else
 * @param connectTimeout how long one server may take, unless the address says something else; zero is for ever
 * @param hasSimpleQueries whether statements go as text in one message, so that several can go at once and poolers do not
 *     mind; otherwise the driver prepares them
 */
public record ConnectOptions(String applicationName, Duration connectTimeout, boolean hasSimpleQueries) {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    /** The usual way, with a name such as {@code schemactl 1.0 upgrade}. */
    public static ConnectOptions named(String applicationName) {
        return new ConnectOptions(applicationName, USUAL_TIMEOUT, true);
    }

    /** The same with prepared statements. */
    public ConnectOptions prepared() {
        return new ConnectOptions(applicationName, connectTimeout, false);
    }
}
