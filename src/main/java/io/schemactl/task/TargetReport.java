package io.schemactl.task;

import org.jspecify.annotations.Nullable;

/**
 * The database that a report is about.
 *
 * @param name the target's name
 * @param database the address, without a password
 * @param serverVersion the server's version, such as {@code 17.8}
 * @param embedded where the embedded server keeps its data; null if it is a server of the user's
 */
public record TargetReport(
        String name,
        String database,
        String serverVersion,
        @Nullable String embedded) {}
