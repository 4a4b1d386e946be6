package io.schemactl.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Gives files another text at once, so that nobody ever sees half of it. */
final class FileReplacement {

    private FileReplacement() {}

    /**
     * Writes a file; one that was there keeps its permissions, and a symbolic link goes on pointing to it. What is no file, such as
     * {@code /dev/null} or a pipe, is written to.
     */
    static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text);
            return;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = Files.createTempDirectory(Objects.requireNonNull(place.getParent()), ".schemactl-");
        // The folder is private; what is made in it has the permissions that new files have.
        Path copy = temporary.resolve("copy");
        try {
            if (Files.exists(place)) {
                Files.copy(place, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.writeString(copy, text);
            Files.move(copy, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(temporary);
        }
    }
}
