package io.schemactl.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells containers that somebody uses from those that killed runs left.
 *
 * <p>A process that uses a container holds a lock on a file of the container's name, which the operating system releases when the process
 * dies. Containers of other machines or data directories have no file here, and are left alone for a day.
 *
 * @param folder where the files are
 */
record LeftContainers(Path folder) {

    private static final Pattern NAME = Pattern.compile("schemactl-shadow-(\\d{13})-(\\d+)-\\d{6}");
    private static final Duration LIFE = ShadowName.LIFE;

    /** A name for a new container: the time in milliseconds, the process, and six random digits. */
    static String name(Instant now) {
        return "schemactl-shadow-%013d-%d-%06d"
                .formatted(
                        now.toEpochMilli(),
                        ProcessHandle.current().pid(),
                        ThreadLocalRandom.current().nextInt(1_000_000));
    }

    /**
     * Says, as long as it is open, that this process uses a container.
     *
     * @param file goes with the note
     */
    record Note(FolderLock lock, Path file) implements AutoCloseable {

        @Override
        public void close() {
            lock.close();
            delete(file);
        }
    }

    /** Notes that this process uses a container. */
    Note use(String name) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw EmbeddedProblems.of("make the folder", folder, e);
        }
        FolderLock lock = FolderLock.open(note(name));
        if (!lock.tryLock(false)) {
            lock.close();
            throw new IllegalStateException("two containers have the name " + name);
        }
        return new Note(lock, note(name));
    }

    private static void delete(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw EmbeddedProblems.of("remove", note, e);
        }
    }

    /** Removes the containers that nobody uses. */
    void removeFrom(DockerEngine engine) {
        Instant now = Instant.now();
        for (String name : engine.names()) {
            if (isLeft(name, now)) {
                engine.remove(name);
                delete(note(name));
            }
        }
    }

    private boolean isLeft(String container, Instant now) {
        Matcher name = NAME.matcher(container);
        if (!name.matches()) {
            return false;
        }
        if (Instant.ofEpochMilli(Long.parseLong(name.group(1))).plus(LIFE).isBefore(now)) {
            return true;
        }
        // Within one process a locked file must not be opened a second time; see FolderLock.
        boolean isOwn = Long.parseLong(name.group(2)) == ProcessHandle.current().pid();
        if (isOwn || !Files.exists(note(container))) {
            return false;
        }
        try (FolderLock note = FolderLock.open(note(container))) {
            return note.tryLock(false);
        }
    }

    private Path note(String container) {
        return folder.resolve(container + ".lock");
    }
}
