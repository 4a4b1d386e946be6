package io.schemactl.task;

import io.schemactl.catalog.Reading;
import io.schemactl.config.Target;

/** Finds out what the head of a target's changelog makes of a database. */
public interface Head {

    /**
     * What a database contains on which all of the changelog ran.
     *
     * @throws io.schemactl.problem.ProblemException if that cannot be found out
     */
    Found find(Target target);

    /**
     * A database at the head.
     *
     * @param target what reports say of it
     * @param reading what it contains
     */
    record Found(TargetReport target, Reading reading) {}
}
