package io.schemactl.shadow;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running PostgreSQL server of ours, as long as it is not closed.
 *
 * <p>It listens on 127.0.0.1 only and asks everybody for a password. It runs in a session of its own, so that Ctrl-C on the
 * terminal does not reach it. Its data survives the death of any process, but not of the machine (fsync is off).
 */
public final class EmbeddedServer implements AutoCloseable {

    private final SharedServer shared;
    private final Path dataDirectory;
    private final int port;
    private final String password;
    private final int majorVersion;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedServer(SharedServer shared, ServerFolder folder, PostmasterFile postmaster, int majorVersion) {
        Integer listening = postmaster.port();
        if (listening == null) {
            throw new IllegalStateException("a ready server has a port");
        }
        this.shared = shared;
        this.dataDirectory = folder.data();
        this.port = listening;
        this.password = Cluster.password(folder);
        this.majorVersion = majorVersion;
    }

    /** The address that it listens on. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port that it listens on, another one at each start. */
    public int port() {
        return port;
    }

    /** The superuser. */
    public String user() {
        return Cluster.SUPERUSER;
    }

    /** The superuser's password, random and the same as long as the data is there. */
    public String password() {
        return password;
    }

    /** Such as 17. */
    public int majorVersion() {
        return majorVersion;
    }

    /** The server's own data directory (PGDATA), which also holds its log, {@code server.log}. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** Leaves the server; the last one to leave, of all threads and processes, stops it. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.leave();
        }
    }

    /** Host and port, never the password. */
    @Override
    public String toString() {
        return "PostgreSQL %d at %s:%d".formatted(majorVersion, host(), port);
    }
}
