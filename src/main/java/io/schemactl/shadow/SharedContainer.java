package io.schemactl.shadow;

import io.schemactl.db.ServerAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The container of an image, as the threads of this process share it. */
final class SharedContainer {

    private static final Map<String, SharedContainer> OF_PROCESS = new ConcurrentHashMap<>();

    private int users;
    private @Nullable Running running;

    /**
     * What is held while there are users.
     *
     * @param note says to other processes that this one uses the container
     */
    record Running(DockerEngine engine, String name, LeftContainers.Note note, ServerAddress address) {

        /** Removes the container. */
        void end() {
            try (engine;
                    note) {
                engine.remove(name);
            }
        }
    }

    static SharedContainer of(String image) {
        return OF_PROCESS.computeIfAbsent(image, name -> new SharedContainer());
    }

    /** Starts the container or joins it. */
    synchronized ServerAddress join(ContainerStart start) {
        Running joined = running;
        if (joined != null && !joined.engine().isRunning(joined.name())) {
            running = null;
            joined.end();
            joined = null;
        }
        if (joined == null) {
            joined = start.run();
            running = joined;
        }
        users++;
        return joined.address();
    }

    /** Leaves the container; the last one to leave removes it. */
    synchronized void leave() {
        Running left = running;
        users--;
        if (users > 0 || left == null) {
            return;
        }
        running = null;
        left.end();
    }
}
