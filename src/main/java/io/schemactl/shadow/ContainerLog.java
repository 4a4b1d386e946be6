package io.schemactl.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The last lines that a container printed. */
final class ContainerLog extends ResultCallback.Adapter<Frame> {

    private static final int LINES = 40;
    private static final long PATIENCE_SECONDS = 10;

    private final DockerClient client;
    private final String container;
    private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

    ContainerLog(DockerClient client, String container) {
        this.client = client;
        this.container = container;
    }

    String read() {
        return ContainerProblems.translated("read the log of the container " + container, () -> {
            client.logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(LINES)
                    .exec(this);
            try {
                awaitCompletion(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ContainerProblems.interrupted("reading the log of the container", e);
            }
            return String.join("", pieces);
        });
    }

    @Override
    public void onNext(Frame frame) {
        pieces.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
    }
}
