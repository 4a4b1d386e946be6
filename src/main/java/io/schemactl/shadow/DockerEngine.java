package io.schemactl.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.schemactl.db.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The Docker engine that Testcontainers finds.
 *
 * <p>Testcontainers' own helper container that removes others (Ryuk) is not started: it needs an image that many registries do not have,
 * and the engine's socket. {@link LeftContainers} removes what killed runs leave.
 */
final class DockerEngine implements AutoCloseable {

    static final ExposedPort PORT = ExposedPort.tcp(5432);

    private static final String LABEL = "io.schemactl.shadow";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    /** What the PostgreSQL images run, so that settings can be added to it. */
    private static final List<String> USUAL_COMMAND = List.of("postgres");

    /** Nobody needs the data after a power failure. */
    private static final List<String> QUICK =
            List.of("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off");

    private final DockerClient client;
    private final String host;

    private DockerEngine(DockerClient client, String host) {
        this.client = client;
        this.host = host;
    }

    /**
     * Finds the engine, as the environment, {@code ~/.testcontainers.properties} and the usual sockets say.
     *
     * @throws io.schemactl.problem.ProblemException if none answers
     */
    static DockerEngine find() {
        try {
            var factory = DockerClientFactory.instance();
            return new DockerEngine(
                    DockerClientProviderStrategy.getClientForConfig(factory.getTransportConfig()),
                    factory.dockerHostIpAddress());
        } catch (IllegalStateException e) {
            throw ContainerProblems.noEngine(e);
        }
    }

    /** Where the ports of its containers are reached from here. */
    String host() {
        return host;
    }

    /** Whether the image is in the engine's store. */
    boolean has(String image) {
        return ContainerProblems.translated("look for the image " + image, () -> {
            try {
                client.inspectImageCmd(image).exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            } catch (BadRequestException e) {
                throw ContainerProblems.noImage(image, null, e);
            }
        });
    }

    /**
     * Fetches an image from its registry.
     *
     * @throws io.schemactl.problem.ProblemException with Docker's words if it is not to be had, or the user does not want to wait
     */
    void pull(String image, Interruption interruption) {
        var pull = new ImagePull(client, image, interruption);
        pull.run();
        if (!has(image)) {
            throw pull.failed();
        }
    }

    /** Makes a container that is not running yet; its name is also its label. */
    void create(String image, String name, String password) {
        ContainerProblems.translating("make a container of " + image, () -> {
            var found = client.inspectImageCmd(image).exec().getConfig();
            String[] command = found == null ? null : found.getCmd();
            var creation = client.createContainerCmd(image)
                    .withName(name)
                    .withLabels(Map.of(LABEL, name))
                    .withEnv("POSTGRES_USER=postgres", "POSTGRES_DB=postgres", "POSTGRES_PASSWORD=" + password)
                    .withExposedPorts(PORT)
                    .withHostConfig(HostConfig.newHostConfig().withPortBindings(binding()));
            if (command != null && Arrays.asList(command).equals(USUAL_COMMAND)) {
                creation.withCmd(QUICK);
            }
            creation.exec();
        });
    }

    /** A free port, and only for this machine if the engine is here. */
    private PortBinding binding() {
        return new PortBinding(HERE.contains(host) ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty(), PORT);
    }

    void start(String name) {
        ContainerProblems.translating(
                "start a container", () -> client.startContainerCmd(name).exec());
    }

    /** Whether it runs; a container that is gone does not. */
    boolean isRunning(String name) {
        return inspect(name)
                .map(InspectContainerResponse::getState)
                .map(state -> Boolean.TRUE.equals(state.getRunning()))
                .orElse(false);
    }

    /** The port here through which PostgreSQL is reached, once the container runs. */
    Optional<Integer> findPort(String name) {
        return inspect(name)
                .map(found ->
                        found.getNetworkSettings().getPorts().getBindings().get(PORT))
                .stream()
                .flatMap(Arrays::stream)
                .map(Ports.Binding::getHostPortSpec)
                .filter(Objects::nonNull)
                .map(Integer::valueOf)
                .findFirst();
    }

    private Optional<InspectContainerResponse> inspect(String name) {
        return ContainerProblems.translated("look at the container " + name, () -> {
            try {
                return Optional.of(client.inspectContainerCmd(name).exec());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** The last lines that it printed. */
    String log(String name) {
        return new ContainerLog(client, name).read();
    }

    /** The names of all containers that are schemactl's, running or not. */
    Set<String> names() {
        return ContainerProblems.translated(
                "list the containers",
                () -> client.listContainersCmd().withShowAll(true).withLabelFilter(Set.of(LABEL)).exec().stream()
                        .map(container -> String.valueOf(container.getLabels().get(LABEL)))
                        .collect(Collectors.toSet()));
    }

    /** Removes a container with its data, running or not; one that is gone already is no failure. */
    void remove(String name) {
        ContainerProblems.translating("remove the container " + name, () -> {
            try {
                client.removeContainerCmd(name)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException | ConflictException e) {
                // Gone, or somebody else is removing it.
                return;
            }
        });
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
