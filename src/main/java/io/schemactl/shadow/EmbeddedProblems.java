package io.schemactl.shadow;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for what goes wrong around the embedded server. */
final class EmbeddedProblems {

    static final String OTHER_PLACE =
            "name a folder that you may write to, on a disk with 200 MB free, with --data-dir or SCHEMACTL_DATA_DIR";

    private static final Pattern TIMESTAMP = Pattern.compile("^[-0-9]{10} [:.0-9]+ \\S+ \\[\\d+] ");

    private static final Pattern NOISE = Pattern.compile("database system is shut down|LOG: +(starting|listening)"
            + "|could not start server|Examine the log output|^initdb: removing|\\.\\.\\. ok$");

    private EmbeddedProblems() {}

    /** A file of the server cannot be read or written. */
    static ProblemException of(String attempt, Path place, IOException cause) {
        return new ProblemException(
                Problem.of(ProblemCode.EMBEDDED, "cannot %s %s: %s".formatted(attempt, place, reason(cause)))
                        .fix(OTHER_PLACE),
                cause);
    }

    /** Anything else. */
    static ProblemException of(String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.EMBEDDED, message).fix(fix));
    }

    /** The calling thread was asked to stop. */
    static ProblemException interrupted(String attempt, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ProblemException(Problem.of(ProblemCode.INTERRUPTED, "interrupted: " + attempt), cause);
    }

    /**
     * A program failed; its own last words are quoted.
     *
     * @param log the file to look into, where the program wrote one
     */
    static ProblemException failed(String what, String output, @Nullable Path log, String fix) {
        String words = lastWords(output);
        String message = words.isEmpty() ? what : what + ": " + words;
        boolean full = words.contains("No space left on device") || words.contains("Read-only file system");
        Problem problem = Problem.of(ProblemCode.EMBEDDED, message).fix(full ? OTHER_PLACE : fix);
        return new ProblemException(
                log == null || !Files.isReadable(log) ? problem : problem.at(new Position(log, lines(log), 1)));
    }

    private static int lines(Path log) {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return Math.max(1, Math.toIntExact(lines.count()));
        } catch (IOException e) {
            return 1;
        }
    }

    /** The last lines that say something, on one line. */
    private static String lastWords(String text) {
        List<String> lines = text.lines()
                .map(line -> TIMESTAMP.matcher(line.strip()).replaceFirst(""))
                .filter(line -> !line.isEmpty() && !NOISE.matcher(line).find())
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
