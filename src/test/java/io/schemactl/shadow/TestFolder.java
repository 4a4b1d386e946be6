package io.schemactl.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * Where the servers of the tests live: in memory where the system has room for it, on disk elsewhere.
 *
 * <p>Tests make and drop thousands of databases of 300 files each, and ext4 looks through all files that were deleted within
 * the last seconds before it makes a new one: ten times slower than a file system in memory. The unpacked programs are kept on
 * disk for the next run; the data in memory goes when the last user leaves.
 *
 * @param root what the servers are started in
 * @param disk what stays
 */
record TestFolder(Path root, Path disk) {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_NEEDED = 4L << 30;

    static TestFolder of(Path disk) {
        Path name = Path.of("schemactl-tests-%08x".formatted(disk.toString().hashCode()));
        return new TestFolder(isUsable() ? MEMORY.resolve(name) : disk, disk);
    }

    /** Brings the programs of a major version, if a run before this one has unpacked them. */
    void fetch(int major) {
        copy(binaries(disk, major), binaries(root, major));
    }

    /** Keeps the programs of a major version for the next run. */
    void keep(int major) {
        copy(binaries(root, major), binaries(disk, major));
    }

    /** Frees the memory, unless another process uses the server. */
    void leave(int major) {
        Path server = root.resolve("embedded/" + major);
        if (!root.equals(disk) && Files.notExists(server.resolve("data/postmaster.pid"))) {
            new ServerFolder(server).remove(server);
        }
    }

    private static Path binaries(Path folder, int major) {
        return folder.resolve("embedded/%d/binaries".formatted(major));
    }

    private static boolean isUsable() {
        try {
            return Files.isReadable(Path.of("/proc/mounts"))
                    && Files.readAllLines(Path.of("/proc/mounts")).stream()
                            .map(line -> line.split(" "))
                            .anyMatch(mount -> mount[1].equals(MEMORY.toString())
                                    && mount[2].equals("tmpfs")
                                    && !mount[3].contains("noexec"))
                    && Files.isWritable(MEMORY)
                    && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_NEEDED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        if (from.equals(to) || Files.notExists(from) || Files.exists(to)) {
            return;
        }
        Path unfinished = to.resolveSibling("unfinished-binaries-" + UUID.randomUUID());
        try {
            Files.createDirectories(to.getParent());
            Files.walkFileTree(from, new Copier(from, unfinished));
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copier extends SimpleFileVisitor<Path> {

        private static final CopyOption[] OPTIONS = {StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS};

        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return visitFile(folder, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()), OPTIONS);
            return FileVisitResult.CONTINUE;
        }
    }
}
