package io.schemactl.shadow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes on a file, which the operating system releases when its holder dies.
 *
 * <p>Within one process a file may be open once only: closing any channel of a file releases the process's locks on it
 * (<a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/fcntl.html">fcntl</a>).
 */
final class FolderLock implements AutoCloseable {

    private static final long POLL_MILLIS = 25;

    private final Path file;
    private final FileChannel channel;
    private @Nullable FileLock lock;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file without locking it. */
    static FolderLock open(Path file) {
        try {
            return new FolderLock(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw EmbeddedProblems.of("open", file, e);
        }
    }

    /** Opens and locks a file, waiting for its holder. */
    static FolderLock exclusive(Path file, Duration patience) {
        FolderLock opened = open(file);
        try {
            opened.await(patience);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!tryLock(false)) {
            if (System.nanoTime() > deadline) {
                throw EmbeddedProblems.of(
                        "another process has been starting or stopping the embedded server for %d s; it holds %s"
                                .formatted(patience.toSeconds(), file),
                        "wait for it, or end it, and try again");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw EmbeddedProblems.interrupted("waiting for " + file, e);
            }
        }
    }

    /** Takes the lock if it is free, in place of the one that is held. */
    boolean tryLock(boolean shared) {
        release();
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw EmbeddedProblems.of("lock", file, e);
        }
    }

    /** Gives the lock back and keeps the file open. */
    void release() {
        try {
            if (lock != null) {
                lock.release();
                lock = null;
            }
        } catch (IOException e) {
            throw EmbeddedProblems.of("unlock", file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw EmbeddedProblems.of("close", file, e);
        }
    }
}
