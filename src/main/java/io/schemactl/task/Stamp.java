package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.db.Observer;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.Migration;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.engine.UpgradeScope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records change sets as applied, or as not applied, without running them. */
public final class Stamp {

    /**
     * What to record; one of the parts is null.
     *
     * @param applied how far change sets are recorded as applied
     * @param notApplied how far change sets are recorded as not applied
     */
    public record Request(
            @Nullable UpgradeScope applied, @Nullable RollbackScope notApplied) {}

    private final TaskContext context;

    /** A task in a context. */
    public Stamp(TaskContext context) {
        this.context = context;
    }

    /** Records change sets of a target. */
    public UpgradeReport run(Target target, Request request) {
        return Session.with(context, target, Session.Purpose.WRITE, session -> run(session, request));
    }

    private UpgradeReport run(Session session, Request request) throws SQLException {
        long start = System.nanoTime();
        session.lock();
        Migration migration = session.migration();
        UpgradePlan plan = plan(migration, request);
        List<ChangeSetResult> results;
        try (Observer observer = session.observer()) {
            results = migration.run("stamp", plan, context.runOptions(session.target()), observer, context.listener());
        }
        return Upgrade.report(session, migration.status(), results, Duration.ofNanos(System.nanoTime() - start));
    }

    private static UpgradePlan plan(Migration migration, Request request) throws SQLException {
        return request.notApplied() == null
                ? migration.planStamp(request.applied() == null ? UpgradeScope.all() : request.applied())
                : migration.planUnstamp(request.notApplied());
    }
}
