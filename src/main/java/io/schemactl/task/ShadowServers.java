package io.schemactl.task;

import io.schemactl.shadow.ShadowPlace;
import io.schemactl.shadow.Shadows;
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
                    place,
                    major -> EmbeddedShadow.start(context, major),
                    words -> context.listener().says(words));
            shadows = found;
        }
        return found;
    }

    @Override
    public void close() {
        if (shadows != null) {
            shadows.close();
        }
    }
}
