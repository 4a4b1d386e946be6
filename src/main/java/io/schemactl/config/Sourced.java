package io.schemactl.config;

/**
 * A setting's value and where it came from, for people to read.
 *
 * @param name the setting as the file calls it, such as {@code settings.lock-timeout} or {@code targets.portal.url}
 * @param value the value, secrets masked
 * @param origin where it came from
 */
public record Sourced(String name, String value, Origin origin) {}
