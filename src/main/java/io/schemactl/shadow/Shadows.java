package io.schemactl.shadow;

import io.schemactl.config.Secret;
import io.schemactl.db.Databases;
import io.schemactl.db.HostPort;
import io.schemactl.db.ServerAddress;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes throw-away databases, each with a name of its own, on schemactl's own servers or on a server of the user's.
 *
 * <p>A server that it starts runs until this is closed. Databases that killed runs left behind a day ago and more are dropped. Templates
 * stay on schemactl's own servers for later runs; elsewhere they are dropped when this is closed.
 */
public final class Shadows implements AutoCloseable {

    private static final String MAINTENANCE = "postgres";

    private final ShadowPlace place;
    private final Servers servers;
    private final Consumer<String> warnings;
    private final Map<Integer, EmbeddedServer> running = new TreeMap<>();
    private @Nullable ContainerServer container;
    private final Map<String, ShadowServer> opened = new HashMap<>();

    /** Starts the servers that are schemactl's own. */
    public interface Servers {

        /** The embedded server of a major version. */
        EmbeddedServer embedded(int majorVersion);

        /** A server in a container of an image. */
        ContainerServer container(String image);
    }

    /**
     * Databases in a place.
     *
     * @param servers starts servers when they are needed
     * @param warnings is told what is odd but no error
     */
    public Shadows(ShadowPlace place, Servers servers, Consumer<String> warnings) {
        this.place = place;
        this.servers = servers;
        this.warnings = warnings;
    }

    /**
     * A new empty database in UTF-8.
     *
     * @param version the major version of the database that it will be compared with; null if none is known
     * @throws ProblemException if the server does not start, cannot be reached, or does not let the role create a database
     */
    public ShadowDatabase create(@Nullable Integer version) {
        return server(version).create();
    }

    /**
     * A database as a builder makes it, to be read only: copied from a template, where there is one; otherwise made anew, and a template
     * from when it is closed.
     *
     * @param key what determines the database; null if something does that no key holds
     * @param version as above
     * @throws ProblemException as above, or if the builder throws it
     */
    public ShadowDatabase toRead(@Nullable TemplateKey key, @Nullable Integer version, ShadowBuilder builder) {
        ShadowServer server = server(version);
        if (key == null) {
            return server.build(builder).database();
        }
        return server.findCopy(key).orElseGet(() -> {
            ShadowServer.Built built = server.build(builder);
            if (built.isCopyable()) {
                built.database().keepWith(() -> server.keep(built.database(), key));
            }
            return built.database();
        });
    }

    private synchronized ShadowServer server(@Nullable Integer version) {
        if (place instanceof ShadowPlace.Embedded embedded) {
            EmbeddedServer server = embedded.version() == null ? likely(version) : running(embedded.version());
            return opened(address(server), true);
        }
        if (place instanceof ShadowPlace.Container wanted) {
            return opened(contained(wanted.image(), version), false);
        }
        return opened(((ShadowPlace.Server) place).address(), false);
    }

    private ShadowServer opened(ServerAddress maintenance, boolean isEmbedded) {
        ShadowServer server = opened.get(maintenance.servers());
        if (server == null) {
            server = ShadowServer.open(maintenance, isEmbedded, warnings);
            opened.put(maintenance.servers(), server);
        }
        return server;
    }

    private ServerAddress contained(String image, @Nullable Integer version) {
        ContainerServer server = container;
        if (server == null) {
            server = servers.container(image);
            container = server;
            int found = Databases.majorVersion(server.address());
            if (version != null && version != found) {
                warnings.accept("warning: the image %s is PostgreSQL %d, and the other side is PostgreSQL %d"
                        .formatted(image, found, version));
            }
        }
        return server.address();
    }

    /** The server of a version that would be best, or of the one that is always there. */
    private EmbeddedServer likely(@Nullable Integer version) {
        if (version == null || version == EmbeddedServers.DEFAULT_VERSION) {
            return running(EmbeddedServers.DEFAULT_VERSION);
        }
        try {
            return running(version);
        } catch (ProblemException e) {
            ProblemCode code = e.problem().code();
            if (code != ProblemCode.EMBEDDED_MISSING && code != ProblemCode.SETTINGS) {
                throw e;
            }
            warnings.accept("warning: there is no embedded PostgreSQL %d; the shadow is PostgreSQL %d"
                    .formatted(version, EmbeddedServers.DEFAULT_VERSION));
            return running(EmbeddedServers.DEFAULT_VERSION);
        }
    }

    private EmbeddedServer running(int version) {
        EmbeddedServer server = running.get(version);
        if (server == null) {
            server = servers.embedded(version);
            running.put(version, server);
        }
        return server;
    }

    private static ServerAddress address(EmbeddedServer server) {
        return new ServerAddress(
                List.of(new HostPort(server.host(), server.port())),
                MAINTENANCE,
                server.user(),
                new Secret(server.password()),
                Map.of());
    }

    /** Drops what goes with the run, and leaves the servers that were started; each, also when another cannot be left. */
    @Override
    public synchronized void close() {
        var closing = new ArrayList<Runnable>();
        opened.values().forEach(server -> closing.add(server::close));
        running.values().forEach(server -> closing.add(server::close));
        if (container != null) {
            closing.add(container::close);
        }
        opened.clear();
        running.clear();
        container = null;
        close(closing);
    }

    private static void close(List<Runnable> closing) {
        @Nullable RuntimeException failure = null;
        for (Runnable each : closing) {
            try {
                each.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
