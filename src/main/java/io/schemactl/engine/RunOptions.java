package io.schemactl.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run deals with locks that others hold.
 *
 * @param lockTimeout how long one statement waits for a lock; zero waits for ever
 * @param statementTimeout how long one statement may take; zero is for ever
 * @param lockRetries how often a change set is tried again after it could not get a lock, or met a deadlock
 * @param defaultSchema where unqualified names go; null leaves that to role and database
 */
public record RunOptions(
        Duration lockTimeout,
        Duration statementTimeout,
        int lockRetries,
        @Nullable String defaultSchema) {}
