package io.schemactl.task;

import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.EmbeddedServers;

/** Starts the embedded servers that hold shadows, whose data is apart from the user's own embedded databases. */
final class EmbeddedShadow {

    private static final String FOLDER = "shadow";

    private EmbeddedShadow() {}

    static EmbeddedServer start(TaskContext context, int version) {
        var archives =
                EmbeddedServers.defaultArchiveFolders(context.environment().home());
        try (var steps = new SlowSteps(context.listener()::says)) {
            return new EmbeddedServers(context.settings().dataDirectory().resolve(FOLDER), archives, steps)
                    .start(version);
        }
    }
}
