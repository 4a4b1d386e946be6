package io.schemactl.shadow;

import com.github.dockerjava.api.exception.DockerException;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for what goes wrong around a container. */
final class ContainerProblems {

    private static final String OTHER_PLACE = "pass --shadow embedded: or the URL of a server";
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TIMESTAMP = Pattern.compile("^[-0-9]{10} [:.0-9]+ \\S+ \\[\\d+] ");
    private static final int LAST_LINES = 3;

    private ContainerProblems() {}

    /** Asks the engine for something; its refusals become problems. */
    static <T> T translated(String attempt, Supplier<T> request) {
        try {
            return request.get();
        } catch (DockerException e) {
            throw problem(
                    "Docker cannot %s: %s".formatted(attempt, words(e)),
                    "look at `docker ps -a` and at Docker's own log, or " + OTHER_PLACE,
                    e);
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            throw problem(
                    "Docker cannot %s: the engine does not answer: %s"
                            .formatted(attempt, e.getCause().getMessage()),
                    "see whether `docker version` works, or " + OTHER_PLACE,
                    e);
        }
    }

    /** The same where there is no answer to wait for. */
    static void translating(String attempt, Runnable request) {
        translated(attempt, () -> {
            request.run();
            return true;
        });
    }

    static ProblemException noEngine(IllegalStateException cause) {
        String place = Optional.ofNullable(System.getenv("DOCKER_HOST"))
                .map(host -> "DOCKER_HOST is " + host)
                .orElse("DOCKER_HOST is not set, and there is no engine at the usual sockets");
        return problem(
                "the shadow is to be a container, and no Docker engine answers: " + place,
                "start Docker and see whether `docker version` works for this user, let DOCKER_HOST name the engine, or "
                        + OTHER_PLACE,
                cause);
    }

    /**
     * An image that is neither in the engine's store nor to be fetched.
     *
     * @param said the engine's words, if it had any
     */
    static ProblemException noImage(String image, @Nullable String said, @Nullable Throwable cause) {
        String words = said != null ? said : cause == null ? "no reason given" : words(cause);
        return problem(
                "the image %s is not to be had: %s".formatted(image, words),
                "see whether `docker pull %s` works, correct the name, or ".formatted(image) + OTHER_PLACE,
                cause);
    }

    static ProblemException died(String image, String log) {
        String words = lastWords(log);
        return problem(
                "the container of %s ended before PostgreSQL was ready%s"
                        .formatted(image, words.isEmpty() ? "" : ": " + words),
                "take an image whose PostgreSQL starts with POSTGRES_PASSWORD alone, as docker:postgres:17 does, or "
                        + OTHER_PLACE,
                null);
    }

    static ProblemException late(String image, long seconds, ProblemException last) {
        return problem(
                "the container of %s accepts no connections after %d s: %s"
                        .formatted(image, seconds, last.problem().message()),
                "take an image that runs PostgreSQL on port 5432, as docker:postgres:17 does, or " + OTHER_PLACE,
                last);
    }

    static ProblemException interrupted(String attempt, @Nullable Throwable cause) {
        Problem problem =
                Problem.of(ProblemCode.INTERRUPTED, "interrupted: " + attempt).state("nothing was changed");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static ProblemException problem(String message, String fix, @Nullable Throwable cause) {
        Problem problem = Problem.of(ProblemCode.SHADOW, message)
                .state("nothing was changed")
                .fix(fix);
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    /** The engine's message without the protocol around it. */
    private static String words(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        var message = MESSAGE.matcher(text);
        String words = message.find() ? message.group(1).replace("\\\"", "\"").replace("\\n", " ") : text;
        return words.strip().replaceAll("\\s+", " ");
    }

    private static String lastWords(String log) {
        List<String> lines = log.lines()
                .map(line -> TIMESTAMP.matcher(line.strip()).replaceFirst(""))
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
