package io.schemactl.shadow;

import io.schemactl.db.Interruption;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts PostgreSQL servers in containers. */
public final class ContainerServers {

    private final LeftContainers left;
    private final Interruption interruption;
    private final Consumer<String> progress;

    /**
     * The servers of a data directory.
     *
     * @param dataDirectory where notes of running containers are kept, so that the next run can tell which of them a killed run left
     * @param interruption the user's wish to stop, which ends a start
     * @param progress hears what is being done, such as {@code fetching the image postgres:17}
     */
    public ContainerServers(Path dataDirectory, Interruption interruption, Consumer<String> progress) {
        this.left = new LeftContainers(dataDirectory.toAbsolutePath().resolve("containers"));
        this.interruption = interruption;
        this.progress = progress;
    }

    /**
     * Starts a container, or joins the one of the same image that this process has started already; removes what killed processes left.
     *
     * @throws io.schemactl.problem.ProblemException if there is no engine or no image, or PostgreSQL does not become ready
     */
    public ContainerServer start(String image) {
        SharedContainer shared = SharedContainer.of(image);
        return new ContainerServer(shared, shared.join(new ContainerStart(image, left, interruption, progress)));
    }
}
