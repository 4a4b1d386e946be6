package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.task.SideReport.Kind;
import org.jspecify.annotations.Nullable;

/** Takes a target's live database for the head, if all of the changelog is applied to it. */
public final class LiveHead implements Head {

    private final TaskContext context;

    /** A head in a context. */
    public LiveHead(TaskContext context) {
        this.context = context;
    }

    @Override
    public Side find(Target target, @Nullable Integer majorVersion) {
        return Session.with(context, target, Session.Purpose.READ, session -> {
            ChangelogStatus status = session.migration().status();
            refuseBehind(status, target);
            Unknown.warn(status, context.listener());
            TargetReport report = session.report();
            return new SideReader(CatalogFilter.ALL)
                    .read(
                            session.connection(),
                            new SideReader.Origin(Kind.DATABASE, report.name(), report.database(), null, null));
        });
    }

    private static void refuseBehind(ChangelogStatus status, Target target) {
        long open = status.changeSets().stream()
                .filter(changeSet -> changeSet.state() == ChangeSetState.PENDING)
                .count();
        if (open > 0) {
            throw new ProblemException(Problem.of(
                            ProblemCode.BEHIND,
                            "the database is behind its changelog: %d change set%s pending"
                                    .formatted(open, open == 1 ? " is" : "s are"))
                    .about("target " + target.name())
                    .state("no snapshot was written")
                    .fix("run `schemactl upgrade` first"));
        }
    }
}
