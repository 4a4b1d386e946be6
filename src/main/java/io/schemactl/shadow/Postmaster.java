package io.schemactl.shadow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts, finds and stops the server process; to be used by the holder of the start lock only. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration OTHERS_PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;
    private static final long LARGE_LOG = 4L << 20;

    private final ServerTools tools;
    private final ServerFolder folder;
    private final int major;

    Postmaster(ServerTools tools) {
        this.tools = tools;
        this.folder = tools.folder();
        this.major = tools.major();
    }

    /**
     * Finds the running server, or starts it.
     *
     * @param alone whether no other process uses the server
     */
    PostmasterFile ensure(BooleanSupplier alone, Consumer<String> progress) {
        Optional<PostmasterFile> running = awaitSettled();
        if (running.isEmpty() && !await(alone, OTHERS_PATIENCE)) {
            throw EmbeddedProblems.of(
                    "another process uses the embedded server in %s, but no server can be seen there"
                            .formatted(folder.root()),
                    "let it end (it may run in a container), or use a --data-dir of your own");
        }
        return running.orElseGet(() -> {
            new Cluster(tools).prepare(progress);
            return start(progress);
        });
    }

    /** Stops the server, ending its sessions; a server that is gone already is as good. */
    void stop() {
        if (PostmasterFile.find(folder).filter(PostmasterFile::isAlive).isEmpty()) {
            return;
        }
        ServerProgram.Outcome outcome =
                tools.run("pg_ctl", List.of("stop", "--silent", "--wait", "--timeout=60", "--mode=fast"));
        if (outcome.status() != 0
                && PostmasterFile.find(folder).filter(PostmasterFile::isAlive).isPresent()) {
            throw EmbeddedProblems.failed(
                    "cannot stop the embedded PostgreSQL %d in %s".formatted(major, folder.root()),
                    outcome.output(),
                    folder.log(),
                    "end its process, whose number is in " + folder.data().resolve("postmaster.pid"));
        }
    }

    private PostmasterFile start(Consumer<String> progress) {
        progress.accept("starting PostgreSQL " + major);
        shortenLog();
        String output = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            PostmasterFile.find(folder).ifPresent(file -> file.disown(folder));
            long before = logSize();
            ServerProgram.Outcome outcome = tools.run("pg_ctl", startArguments(freePort()));
            Optional<PostmasterFile> running = awaitSettled();
            if (running.isPresent()) {
                return running.get();
            }
            output = outcome.output() + logFrom(before);
            if (!isTransient(output)) {
                break;
            }
            await(() -> false, Duration.ofMillis(200L * attempt));
        }
        throw EmbeddedProblems.failed(
                "the embedded PostgreSQL %d in %s did not start".formatted(major, folder.root()),
                output,
                folder.log(),
                "read the log; to begin anew, without the data, delete " + folder.root());
    }

    /** Paths are relative, and go through the environment, because pg_ctl hands its command to a shell. */
    private List<String> startArguments(int port) {
        String program =
                folder.root().relativize(tools.binaries().program("postgres")).toString();
        String log = folder.root().relativize(folder.log()).toString();
        return List.of(
                "start", "--silent", "--wait", "--timeout=60", "-p", program, "--log=" + log, "-o", "-c port=" + port);
    }

    /** Another program took the port, or the backends of a killed server have not noticed yet. */
    private static boolean isTransient(String output) {
        return output.contains("could not bind") || output.contains("still in use");
    }

    /** The server, once it neither starts nor stops. */
    private Optional<PostmasterFile> awaitSettled() {
        BooleanSupplier settled = () -> PostmasterFile.find(folder)
                .filter(PostmasterFile::isAlive)
                .map(PostmasterFile::isReady)
                .orElse(true);
        if (!await(settled, PATIENCE)) {
            throw EmbeddedProblems.failed(
                    "the embedded PostgreSQL %d in %s is neither up nor down".formatted(major, folder.root()),
                    logFrom(Math.max(0, logSize() - 8192)),
                    folder.log(),
                    "end its process, whose number is in " + folder.data().resolve("postmaster.pid"));
        }
        return PostmasterFile.find(folder).filter(PostmasterFile::isAlive).filter(PostmasterFile::isReady);
    }

    private static boolean await(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw EmbeddedProblems.interrupted("waiting for the embedded server", e);
            }
        }
        return true;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw EmbeddedProblems.of(
                    "there is no free port on 127.0.0.1: " + e.getMessage(), "end programs that listen on ports");
        }
    }

    private void shortenLog() {
        try {
            if (logSize() > LARGE_LOG) {
                Files.delete(folder.log());
            }
        } catch (IOException e) {
            throw EmbeddedProblems.of("delete", folder.log(), e);
        }
    }

    private long logSize() {
        try {
            return Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        } catch (IOException e) {
            throw EmbeddedProblems.of("read", folder.log(), e);
        }
    }

    private String logFrom(long position) {
        if (Files.notExists(folder.log())) {
            return "";
        }
        try (var channel = Files.newByteChannel(folder.log())) {
            channel.position(Math.max(position, channel.size() - 65_536));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EmbeddedProblems.of("read", folder.log(), e);
        }
    }
}
