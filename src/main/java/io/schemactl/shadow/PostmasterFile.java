package io.schemactl.shadow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running server says in its postmaster.pid, whose lines are in PostgreSQL's {@code miscadmin.h}.
 *
 * @param pid the postmaster
 * @param port null until it listens
 * @param status {@code starting}, {@code ready}, {@code stopping}; empty at first
 */
record PostmasterFile(long pid, @Nullable Integer port, String status) {

    /** A number that is no process's, as none of the systems gives so high a one. */
    private static final long NOBODY = Integer.MAX_VALUE;

    /** Reads the file, if there is one with a first line. */
    static Optional<PostmasterFile> find(ServerFolder folder) {
        Path file = file(folder);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            String port = lines.size() > 3 ? lines.get(3).strip() : "";
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    port.matches("\\d{1,5}") ? Integer.valueOf(port) : null,
                    lines.size() > 7 ? lines.get(7).strip() : ""));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw EmbeddedProblems.of("read", file, e);
        }
    }

    boolean isReady() {
        return status.equals("ready") && port != null;
    }

    /** Whether the process is there and a PostgreSQL server; after a restart its number may be another program's. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !isZombie())
                .filter(process -> process.info()
                        .command()
                        .map(command ->
                                String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }

    /**
     * Makes the file of a dead server harmless.
     *
     * <p>Not by deleting it: PostgreSQL finds in it whether orphaned backends still use the data. But it would take another
     * program, or a zombie, with the same number for the server.
     */
    void disown(ServerFolder folder) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        Path file = file(folder);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            lines.set(0, Long.toString(NOBODY));
            Files.write(file, lines, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw EmbeddedProblems.of("write", file, e);
        }
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // Not a Linux system, or the process ended just now, which the other questions find out.
            return false;
        }
    }

    private static Path file(ServerFolder folder) {
        return folder.data().resolve("postmaster.pid");
    }
}
