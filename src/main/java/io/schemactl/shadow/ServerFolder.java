package io.schemactl.shadow;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that belongs to the server of one major version.
 *
 * <p>{@code binaries/VERSION} and {@code data} come into being by a rename of a finished folder, so that one that has its
 * name is complete, whenever its making was killed.
 *
 * @param root absolute
 */
record ServerFolder(Path root) {

    /** Characters that PostgreSQL's own programs do not quote when they run one another through a shell. */
    private static final String UNSAFE = "\"$`\\\n\r";

    private static final String UNSAFE_ON_WINDOWS = "\"%\n\r";

    /** Makes the folder where it is missing. */
    static ServerFolder open(Path dataDirectory, int major, EmbeddedPlatform platform) {
        Path root = dataDirectory.toAbsolutePath().normalize().resolve("embedded/" + major);
        String unsafe = platform.isWindows() ? UNSAFE_ON_WINDOWS : UNSAFE;
        if (root.toString().chars().anyMatch(character -> unsafe.indexOf(character) >= 0)) {
            throw EmbeddedProblems.of(
                    "PostgreSQL's programs cannot run in a folder with one of the characters \" $ ` \\ or a line break"
                            + " in its path: " + root,
                    EmbeddedProblems.OTHER_PLACE);
        }
        try {
            Files.createDirectories(root.resolve("binaries"));
            return new ServerFolder(root.toRealPath());
        } catch (IOException e) {
            throw EmbeddedProblems.of("make the folder", root, e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path password() {
        return data().resolve("schemactl.password");
    }

    Path log() {
        return data().resolve("server.log");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    Path useLock() {
        return root.resolve("use.lock");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** A name, not taken, for something that is being made or thrown away. */
    Path unfinished(String kind) {
        return root.resolve("unfinished-" + kind + "-" + UUID.randomUUID());
    }

    /** Removes what killed processes left half made; to be called by the holder of the start lock only. */
    void removeUnfinished() {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root, "unfinished-*")) {
            stream.forEach(left::add);
        } catch (IOException e) {
            throw EmbeddedProblems.of("list", root, e);
        }
        left.forEach(this::remove);
    }

    /** Removes a folder with all that is in it; files that a dying program still makes are left for the next run. */
    void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw EmbeddedProblems.of("remove", folder, e);
        }
    }

    /** Gives a finished folder its name. */
    void finish(Path unfinished, Path name) {
        try {
            Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw EmbeddedProblems.of("rename " + unfinished + " to", name, e);
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
