package io.schemactl.task;

import io.schemactl.config.Target;
import org.jspecify.annotations.Nullable;

/** Replays all of a changelog on a shadow; the target's own database is not needed. */
public final class ShadowHead implements Head {

    private final TaskContext context;

    /** A head in a context. */
    public ShadowHead(TaskContext context) {
        this.context = context;
    }

    @Override
    public Side find(Target target, @Nullable Integer majorVersion) {
        try (var servers = new ShadowServers(context)) {
            return new Replay(context, servers.shadows())
                    .read(
                            new SideSpec.Replay(target, null),
                            Surroundings.ofVersion(majorVersion),
                            new SideReader(CatalogFilter.ALL));
        }
    }
}
