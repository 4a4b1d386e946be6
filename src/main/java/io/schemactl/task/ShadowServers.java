package io.schemactl.task;

import io.schemactl.shadow.ContainerServer;
import io.schemactl.shadow.ContainerServers;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.EmbeddedServers;
import io.schemactl.shadow.ShadowPlace;
import io.schemactl.shadow.Shadows;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The place where shadows are made, looked up when the first one is needed. */
final class ShadowServers implements AutoCloseable {

    private final TaskContext context;
    private @Nullable Shadows shadows;

    ShadowServers(TaskContext context) {
        this.context = context;
    }

    /**
     * The place.
     *
     * @throws io.schemactl.problem.ProblemException if the setting makes no sense
     */
    Shadows shadows() {
        Shadows found = shadows;
        if (found == null) {
            ShadowPlace place =
                    ShadowPlace.parse(context.settings().shadow(), context.environment(), context.listener()::says);
            found = new Shadows(
                    place, new OwnServers(context), words -> context.listener().says(words));
            shadows = found;
        }
        return found;
    }

    /** Starts servers whose data is apart from the user's own embedded databases. */
    private record OwnServers(TaskContext context) implements Shadows.Servers {

        private static final String FOLDER = "shadow";

        private Path folder() {
            return context.settings().dataDirectory().resolve(FOLDER);
        }

        @Override
        public EmbeddedServer embedded(int majorVersion) {
            var archives =
                    EmbeddedServers.defaultArchiveFolders(context.environment().home());
            try (var steps = new SlowSteps(context.listener()::says)) {
                return new EmbeddedServers(folder(), archives, steps).start(majorVersion);
            }
        }

        @Override
        public ContainerServer container(String image) {
            try (var steps = new SlowSteps(context.listener()::says)) {
                return new ContainerServers(folder(), context.interruption(), steps).start(image);
            }
        }
    }

    @Override
    public void close() {
        if (shadows != null) {
            shadows.close();
        }
    }
}
