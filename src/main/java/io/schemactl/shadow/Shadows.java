package io.schemactl.shadow;

import io.schemactl.config.Secret;
import io.schemactl.db.Databases;
import io.schemactl.db.HostPort;
import io.schemactl.db.ServerAddress;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes throw-away databases, each with a name of its own, on schemactl's own servers or on a server of the user's.
 *
 * <p>A server that it starts runs until this is closed. Databases that killed runs left behind a day ago and more are dropped.
 */
public final class Shadows implements AutoCloseable {

    private static final String MAINTENANCE = "postgres";

    private final ShadowPlace place;
    private final Servers servers;
    private final Consumer<String> warnings;
    private final Map<Integer, EmbeddedServer> running = new TreeMap<>();
    private @Nullable ContainerServer container;
    private final Set<String> swept = new HashSet<>();

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
    public synchronized ShadowDatabase create(@Nullable Integer version) {
        if (place instanceof ShadowPlace.Embedded embedded) {
            EmbeddedServer server = embedded.version() == null ? likely(version) : running(embedded.version());
            return create(address(server), true);
        }
        if (place instanceof ShadowPlace.Container wanted) {
            return create(contained(wanted.image(), version), false);
        }
        return create(((ShadowPlace.Server) place).address(), false);
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

    private ShadowDatabase create(ServerAddress maintenance, boolean isEmbedded) {
        try {
            if (swept.add(maintenance.servers())) {
                dropLeftOver(maintenance);
            }
            String name = ShadowName.at(Instant.now());
            while (!Databases.createEmpty(maintenance, name)) {
                name = ShadowName.at(Instant.now());
            }
            return new ShadowDatabase(maintenance, name, isEmbedded, warnings);
        } catch (ProblemException e) {
            throw new ProblemException(explained(e.problem(), maintenance), e);
        }
    }

    private static Problem explained(Problem problem, ServerAddress maintenance) {
        return problem.code() == ProblemCode.PERMISSION
                ? Problem.of(
                                ProblemCode.PERMISSION,
                                "role %s may not create the shadow database".formatted(maintenance.user()))
                        .about("the shadow server " + maintenance)
                        .saidBy(problem.server())
                        .fix("ALTER ROLE %s CREATEDB, or pass --shadow embedded:".formatted(maintenance.user()))
                : problem.about("the shadow server " + maintenance);
    }

    private static void dropLeftOver(ServerAddress maintenance) {
        Instant now = Instant.now();
        Databases.names(maintenance, ShadowName.PREFIX).stream()
                .filter(name -> ShadowName.isLeftOver(name, now))
                .forEach(name -> Databases.dropUnused(maintenance, name));
    }

    /** Leaves the servers that were started. */
    @Override
    public synchronized void close() {
        running.values().forEach(EmbeddedServer::close);
        running.clear();
        if (container != null) {
            container.close();
            container = null;
        }
    }
}
