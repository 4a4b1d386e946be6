package io.schemactl.db;

import io.schemactl.config.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server that runs.
 *
 * @param hosts the servers to try, in order, at least one
 * @param database the database
 * @param user the role
 * @param password the role's password; null if none is known
 * @param passwordSource where the password came from, such as {@code PGPASSWORD}; null if none is known
 * @param passfile the password file to look into; null for the user's own
 * @param properties the driver's own parameters; may hold secrets
 */
public record ServerAddress(
        List<HostPort> hosts,
        String database,
        String user,
        @Nullable Secret password,
        @Nullable String passwordSource,
        @Nullable Path passfile,
        Map<String, String> properties)
        implements DatabaseAddress {

    /** Copies the collections. */
    public ServerAddress {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("an address has at least one host");
        }
        hosts = List.copyOf(hosts);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** An address whose password is known, or not needed. */
    public ServerAddress(
            List<HostPort> hosts,
            String database,
            String user,
            @Nullable Secret password,
            Map<String, String> properties) {
        this(hosts, database, user, password, null, null, properties);
    }

    /** The same server and role, another database. */
    public ServerAddress withDatabase(String name) {
        return new ServerAddress(hosts, name, user, password, passwordSource, passfile, properties);
    }

    /** The same database, with a password. */
    public ServerAddress withPassword(Secret secret, String source) {
        return new ServerAddress(hosts, database, user, secret, source, passfile, properties);
    }

    /** The servers as messages name them: {@code host:5432}, or several with commas. */
    public String servers() {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }

    /** The libpq form without the password and the parameters. */
    @Override
    public String toString() {
        return "postgresql://%s@%s/%s".formatted(user, servers(), database);
    }
}
