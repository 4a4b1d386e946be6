package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.Observer;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Takes change sets back. */
public final class Rollback {

    /**
     * What to take back.
     *
     * @param scope how far to go
     * @param allowDataLoss whether a protected target may lose data
     */
    public record Request(RollbackScope scope, boolean allowDataLoss) {}

    private final TaskContext context;
    private final Consumer<List<LostData>> announcement;

    /**
     * A task in a context.
     *
     * @param announcement is told what will be lost, before anything is
     */
    public Rollback(TaskContext context, Consumer<List<LostData>> announcement) {
        this.context = context;
        this.announcement = announcement;
    }

    /**
     * Takes change sets back.
     *
     * @throws ProblemException if that is not possible, or not allowed, or fails
     */
    public RollbackReport run(Target target, Request request) {
        return Session.with(context, target, Session.Purpose.WRITE, session -> run(session, request));
    }

    private RollbackReport run(Session session, Request request) throws SQLException {
        long start = System.nanoTime();
        session.lock();
        var migration = session.migration();
        UpgradePlan plan = migration.planRollback(request.scope());
        List<LostData> lost = new DataLossEstimate(session)
                .of(plan).stream().filter(LostData::isLoss).toList();
        if (!plan.isEmpty()) {
            announcement.accept(lost);
        }
        guard(session, lost, request.allowDataLoss());
        List<ChangeSetResult> results;
        try (Observer observer = session.observer()) {
            results =
                    migration.run("rollback", plan, context.runOptions(session.target()), observer, context.listener());
        }
        return new RollbackReport(
                session.report(),
                results,
                lost,
                migration.history().size(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static void guard(Session session, List<LostData> lost, boolean isAllowed) {
        if (session.target().isProtected() && !lost.isEmpty() && !isAllowed) {
            throw new ProblemException(Problem.of(
                            ProblemCode.DATA_LOSS,
                            "target %s is protected, and this rollback destroys data"
                                    .formatted(session.target().name()))
                    .state("nothing was changed")
                    .fix("make a backup, then pass --allow-data-loss"));
        }
    }
}
