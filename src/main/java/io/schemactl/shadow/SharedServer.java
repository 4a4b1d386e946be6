package io.schemactl.shadow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server of one folder, as this process shares it among its threads and with other processes.
 *
 * <p>Two locks between processes: {@code start.lock} is held exclusively by whoever starts or stops the server, and
 * {@code use.lock} is shared by all who use it, so that the last to leave can tell that it is the last. A killed process
 * holds neither: the server that it leaves behind is found, used and stopped by the next one.
 */
final class SharedServer {

    /** File locks belong to the process, so the count of its users must too. */
    private static final Map<ServerFolder, SharedServer> OF_PROCESS = new ConcurrentHashMap<>();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerFolder folder;
    private int users;
    private @Nullable Running running;

    /** What is held while there are users. */
    private record Running(ServerTools tools, PostmasterFile postmaster, FolderLock use) {}

    private SharedServer(ServerFolder folder) {
        this.folder = folder;
    }

    static SharedServer of(ServerFolder folder) {
        return OF_PROCESS.computeIfAbsent(folder, SharedServer::new);
    }

    /** Starts the server or joins it. */
    synchronized PostmasterFile join(EmbeddedSource source) {
        Running joined = running;
        if (joined == null) {
            joined = open(source);
        } else if (!joined.postmaster().isAlive()) {
            joined = start(source, joined.use());
        }
        running = joined;
        users++;
        return joined.postmaster();
    }

    /** Leaves the server; the last one to leave stops it. */
    synchronized void leave() {
        Running left = running;
        users--;
        if (users > 0 || left == null) {
            return;
        }
        running = null;
        boolean interrupted = Thread.interrupted();
        try (FolderLock use = left.use();
                FolderLock start = FolderLock.exclusive(folder.startLock(), PATIENCE)) {
            if (use.tryLock(false)) {
                new Postmaster(left.tools()).stop();
            }
            start.release();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Running open(EmbeddedSource source) {
        FolderLock use = FolderLock.open(folder.useLock());
        try {
            return start(source, use);
        } catch (RuntimeException e) {
            use.close();
            throw e;
        }
    }

    private Running start(EmbeddedSource source, FolderLock use) {
        try (FolderLock start = FolderLock.exclusive(folder.startLock(), PATIENCE)) {
            folder.removeUnfinished();
            ServerTools tools = source.prepare(folder);
            PostmasterFile postmaster = ensure(tools, use, source.progress());
            start.release();
            return new Running(tools, postmaster, use);
        }
    }

    private static PostmasterFile ensure(ServerTools tools, FolderLock use, Consumer<String> progress) {
        try {
            return new Postmaster(tools).ensure(() -> use.tryLock(false), progress);
        } finally {
            hold(use);
        }
    }

    /** Nobody but the holder of the start lock takes this lock exclusively, so it is free to be shared. */
    private static void hold(FolderLock use) {
        if (!use.tryLock(true)) {
            throw new IllegalStateException("lost the lock on the embedded server");
        }
    }
}
