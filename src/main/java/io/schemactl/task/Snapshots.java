package io.schemactl.task;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;

/** Reads snapshot files as sides. */
final class Snapshots {

    private Snapshots() {}

    static Side read(SideSpec.Snapshot wanted, SideReader reader) {
        throw new ProblemException(
                Problem.of(ProblemCode.SETTINGS, "snapshots cannot be read yet").at(Position.startOf(wanted.file())));
    }
}
