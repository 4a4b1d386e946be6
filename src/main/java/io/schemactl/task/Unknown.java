package io.schemactl.task;

import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.RunListener;

/** Speaks of history rows that the changelog does not have. */
final class Unknown {

    private Unknown() {}

    static void warn(ChangelogStatus status, RunListener listener) {
        status.unknown()
                .forEach(row -> listener.says("warning: change set %s by %s of %s is applied, but not in the changelog"
                        .formatted(row.id().id(), row.id().author(), row.id().file())));
    }
}
