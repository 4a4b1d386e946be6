package io.schemactl.task;

import io.schemactl.catalog.form.SnapshotFile;
import io.schemactl.config.Secret;
import io.schemactl.config.Target;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One of the two things that are compared, as the user names it. */
public sealed interface SideSpec {

    /**
     * What a target's database is.
     *
     * @param target the target; its changelog is not read
     */
    record Live(Target target) implements SideSpec {}

    /**
     * What a database is that is no target.
     *
     * @param url where it is
     */
    record Address(Secret url) implements SideSpec {}

    /**
     * What a changelog says, replayed on a shadow.
     *
     * @param target whose changelog
     * @param story up to and with this story; null for all
     */
    record Replay(Target target, @Nullable String story) implements SideSpec {}

    /**
     * What a snapshot file says.
     *
     * @param file the file
     */
    record Snapshot(Path file) implements SideSpec {

        /** The snapshot of a target's changelog. */
        public static Snapshot of(Target target) {
            return new Snapshot(target.changelog().resolveSibling(SnapshotFile.NAME));
        }
    }

    /**
     * What SQL makes of an empty shadow.
     *
     * @param path a file, or a folder of files
     */
    record Script(Path path) implements SideSpec {}

    /** Whether a shadow is needed. */
    default boolean needsShadow() {
        return this instanceof Replay || this instanceof Script;
    }
}
