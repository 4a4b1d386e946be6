package io.schemactl.db;

import org.jspecify.annotations.Nullable;

/**
 * A database of the embedded server: {@code embedded:NAME} or {@code embedded:NAME?version=16}.
 *
 * @param name the database's name; empty in {@code embedded:}, which is for throw-away databases
 * @param version the server's major version; null for the one that the distribution carries
 */
public record EmbeddedAddress(String name, @Nullable Integer version) implements DatabaseAddress {

    @Override
    public String toString() {
        return version == null ? "embedded:" + name : "embedded:%s?version=%d".formatted(name, version);
    }
}
