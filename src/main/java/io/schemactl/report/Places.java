package io.schemactl.report;

import io.schemactl.problem.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes paths as seen from the working directory. */
final class Places {

    private final Path workingDirectory;

    Places(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** A place that terminals and editors can click. */
    String clickable(Position position) {
        return "%s:%d:%d"
                .formatted(Printable.line(shown(position.file()).toString()), position.line(), position.column());
    }

    /** A path with slashes, for programs. */
    String path(Path file) {
        return shown(file).toString().replace(shown(file).getFileSystem().getSeparator(), "/");
    }

    /** Whether a file is below the working directory. */
    boolean isBelow(Path file) {
        return !shown(file).isAbsolute();
    }

    /** A URI: relative if the file is below the working directory (RFC 3986, percent-encoded). */
    String uri(Path file) {
        Path shown = shown(file);
        if (shown.isAbsolute()) {
            return shown.toUri().toASCIIString();
        }
        return StreamSupport.stream(shown.spliterator(), false)
                .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private Path shown(Path file) {
        Path absolute = workingDirectory.resolve(file).normalize();
        return absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : absolute;
    }
}
