package io.schemactl.shadow;

import io.schemactl.config.Secret;
import io.schemactl.db.Databases;
import io.schemactl.db.HostPort;
import io.schemactl.db.Interruption;
import io.schemactl.db.ServerAddress;
import io.schemactl.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts a container and waits until its PostgreSQL is ready.
 *
 * @param image as {@code docker pull} takes it
 * @param progress hears what is being done
 */
record ContainerStart(String image, LeftContainers left, Interruption interruption, Consumer<String> progress) {

    /** Large images make their cluster, and run their scripts, at the first start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long POLL_MILLIS = 100;

    SharedContainer.Running run() {
        DockerEngine engine = DockerEngine.find();
        try {
            left.removeFrom(engine);
            if (!engine.has(image)) {
                progress.accept("fetching the image " + image);
                engine.pull(image, interruption);
            }
            progress.accept("starting a container of " + image);
            return start(engine);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private SharedContainer.Running start(DockerEngine engine) {
        String name = LeftContainers.name(Instant.now());
        String password = password();
        LeftContainers.Note note = left.use(name);
        try {
            engine.create(image, name, password);
            engine.start(name);
            return new SharedContainer.Running(engine, name, note, await(engine, name, password));
        } catch (RuntimeException e) {
            removeAfter(e, engine, name);
            note.close();
            throw e;
        }
    }

    private static void removeAfter(RuntimeException failure, DockerEngine engine, String name) {
        try {
            engine.remove(name);
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
    }

    /** Waits for the server; while the image makes its cluster, nothing listens on the network. */
    private ServerAddress await(DockerEngine engine, String name, String password) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ServerAddress address = findAddress(engine, name, password).orElseThrow(() -> died(engine, name));
            Optional<ProblemException> refusal = Databases.findRefusal(address);
            if (refusal.isEmpty()) {
                return address;
            }
            if (!engine.isRunning(name)) {
                throw died(engine, name);
            }
            if (System.nanoTime() > deadline) {
                throw ContainerProblems.late(image, PATIENCE.toSeconds(), refusal.get());
            }
            pause();
        }
    }

    private Optional<ServerAddress> findAddress(DockerEngine engine, String name, String password) {
        return engine.findPort(name)
                .map(port -> new ServerAddress(
                        List.of(new HostPort(engine.host(), port)),
                        "postgres",
                        "postgres",
                        new Secret(password),
                        Map.of()));
    }

    private ProblemException died(DockerEngine engine, String name) {
        return ContainerProblems.died(image, engine.log(name));
    }

    private void pause() {
        try {
            interruption.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ContainerProblems.interrupted("starting a container of " + image, e);
        }
        if (interruption.isRequested()) {
            throw ContainerProblems.interrupted("starting a container of " + image, null);
        }
    }

    private static String password() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
