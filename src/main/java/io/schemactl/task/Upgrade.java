package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.Observer;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Applies what is pending. */
public final class Upgrade {

    /**
     * What to apply.
     *
     * @param scope how far to go
     * @param allowOutOfOrder whether a protected target may get change sets that stand before applied ones
     */
    public record Request(UpgradeScope scope, boolean allowOutOfOrder) {}

    private final TaskContext context;

    /** A task in a context. */
    public Upgrade(TaskContext context) {
        this.context = context;
    }

    /**
     * Applies what is pending to a target.
     *
     * @throws ProblemException if a change set fails; those before it stay applied
     */
    public UpgradeReport run(Target target, Request request) {
        return Session.with(context, target, Session.Purpose.WRITE, session -> run(session, request));
    }

    private UpgradeReport run(Session session, Request request) throws SQLException {
        long start = System.nanoTime();
        session.lock();
        var migration = session.migration();
        UpgradePlan plan = migration.planUpgrade(request.scope());
        guardOrder(session, plan, request.allowOutOfOrder());
        Unknown.warn(migration.status(), context.listener());
        List<ChangeSetResult> results;
        try (Observer observer = session.observer()) {
            results =
                    migration.run("upgrade", plan, context.runOptions(session.target()), observer, context.listener());
        }
        return report(session, migration.status(), results, Duration.ofNanos(System.nanoTime() - start));
    }

    static UpgradeReport report(Session session, ChangelogStatus status, List<ChangeSetResult> results, Duration took) {
        int applied = (int) status.changeSets().stream()
                .filter(changeSet -> changeSet.row() != null)
                .count();
        int filtered = status.in(ChangeSetState.FILTERED).size();
        return new UpgradeReport(
                session.report(), results, applied, status.changeSets().size() - filtered, took);
    }

    /** Says, or on a protected target refuses, what would run before change sets that are applied already. */
    private void guardOrder(Session session, UpgradePlan plan, boolean isAllowed) {
        List<ChangeSetEntry> early = plan.outOfOrder();
        if (early.isEmpty()) {
            return;
        }
        if (session.target().isProtected() && !isAllowed) {
            throw new ProblemException(early.stream().map(Upgrade::outOfOrder).toList(), null);
        }
        early.forEach(entry -> context.listener()
                .says("warning: %s stands before change sets that are applied already; it runs out of order (%s:%d)"
                        .formatted(
                                entry.label(),
                                context.environment().shortened(entry.position().file()),
                                entry.position().line())));
    }

    private static Problem outOfOrder(ChangeSetEntry entry) {
        return Problem.of(
                        ProblemCode.OUT_OF_ORDER,
                        "%s stands before change sets that are applied already".formatted(entry.label()))
                .at(entry.position())
                .about("story " + entry.story())
                .state("nothing was changed")
                .fix("move the story behind those that are applied, or pass --allow-out-of-order");
    }
}
