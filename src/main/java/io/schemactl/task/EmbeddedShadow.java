package io.schemactl.task;

import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.EmbeddedServers;
import io.schemactl.shadow.ShadowPlace;
import io.schemactl.shadow.Shadows;

/** Starts the embedded servers that hold shadows, whose data is apart from the user's own embedded databases. */
final class EmbeddedShadow {

    private static final String FOLDER = "shadow";

    private EmbeddedShadow() {}

    /**
     * Throw-away databases, where the settings say.
     *
     * @throws io.schemactl.problem.ProblemException if the setting makes no sense
     */
    static Shadows shadows(TaskContext context) {
        return new Shadows(
                ShadowPlace.parse(context.settings().shadow(), context.environment(), context.listener()::says),
                major -> start(context, major),
                context.listener()::says);
    }

    static EmbeddedServer start(TaskContext context, int version) {
        var archives =
                EmbeddedServers.defaultArchiveFolders(context.environment().home());
        try (var steps = new SlowSteps(context.listener()::says)) {
            return new EmbeddedServers(context.settings().dataDirectory().resolve(FOLDER), archives, steps)
                    .start(version);
        }
    }
}
