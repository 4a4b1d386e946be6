package io.schemactl.task;

import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.form.Snapshot;
import io.schemactl.catalog.form.SnapshotFile;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.task.SideReport.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out what snapshot files say. */
final class Snapshots {

    private final TaskContext context;

    Snapshots(TaskContext context) {
        this.context = context;
    }

    /**
     * What a snapshot says.
     *
     * @throws ProblemException if it is not there, or is none
     */
    Side read(SideSpec.Snapshot wanted, SideReader reader) {
        if (!Files.isRegularFile(wanted.file())) {
            throw new ProblemException(Problem.of(
                            ProblemCode.SETTINGS,
                            "there is no snapshot " + context.environment().shortened(wanted.file()))
                    .fix("compare with `changelog` instead, or name the file"));
        }
        String name = context.environment().shortened(wanted.file()).toString();
        return reader.filtered(
                load(wanted.file()), new SideReader.Origin(Kind.SNAPSHOT, name, null, wanted.file(), null));
    }

    private static Reading load(Path file) {
        Snapshot snapshot = SnapshotFile.read(file);
        return new Reading(snapshot.catalog(), Dependencies.none(), List.of(), snapshot.majorVersion());
    }
}
