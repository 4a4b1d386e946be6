package io.schemactl.task;

import io.schemactl.config.Target;
import org.jspecify.annotations.Nullable;

/** Finds out what the head of a target's changelog makes of a database. */
public interface Head {

    /**
     * What a database contains on which all of the changelog ran.
     *
     * @param majorVersion the server's major version that would be best; null for any
     * @throws io.schemactl.problem.ProblemException if that cannot be found out
     */
    Side find(Target target, @Nullable Integer majorVersion);
}
