package io.schemactl.shadow;

import io.schemactl.db.ServerAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** A PostgreSQL server in a container, as long as it is not closed. */
public final class ContainerServer implements AutoCloseable {

    private final SharedContainer shared;
    private final ServerAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    ContainerServer(SharedContainer shared, ServerAddress address) {
        this.shared = shared;
        this.address = address;
    }

    /** The superuser's address of the database {@code postgres} on it. */
    public ServerAddress address() {
        return address;
    }

    /** Leaves the container; the last one of this process to leave removes it. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.leave();
        }
    }
}
