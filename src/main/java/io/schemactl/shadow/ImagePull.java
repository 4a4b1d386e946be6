package io.schemactl.shadow;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import io.schemactl.db.Interruption;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;

/** Fetches an image, with the credentials of Docker's own configuration. */
final class ImagePull extends ResultCallback.Adapter<PullResponseItem> {

    private static final long POLL_MILLIS = 100;

    private final DockerClient client;
    private final String image;
    private final Interruption interruption;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable String said;
    private volatile @Nullable Throwable failure;

    ImagePull(DockerClient client, String image, Interruption interruption) {
        this.client = client;
        this.image = image;
        this.interruption = interruption;
    }

    void run() {
        DockerImageName name = name();
        ContainerProblems.translated(
                "fetch the image " + image,
                () -> client.pullImageCmd(name.getUnversionedPart())
                        .withTag(name.getVersionPart())
                        .exec(this));
        await();
    }

    /** Why the image is still not there. */
    ProblemException failed() {
        return ContainerProblems.noImage(image, said, failure);
    }

    private DockerImageName name() {
        try {
            DockerImageName name = DockerImageName.parse(image);
            name.assertValid();
            return name;
        } catch (IllegalArgumentException e) {
            throw ContainerProblems.noImage(image, e.getMessage(), e);
        }
    }

    private void await() {
        try {
            while (!done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (interruption.isRequested()) {
                    close();
                    throw ContainerProblems.interrupted("fetching the image " + image, null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ContainerProblems.interrupted("fetching the image " + image, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onNext(PullResponseItem item) {
        var detail = item.getErrorDetail();
        if (detail != null) {
            said = detail.getMessage();
        }
    }

    /** Keeps the failure instead of printing it. */
    @Override
    public void onError(Throwable problem) {
        failure = problem;
        done.countDown();
    }

    @Override
    public void onComplete() {
        super.onComplete();
        done.countDown();
    }
}
