package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.Migration;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.engine.UpgradeScope;
import java.sql.SQLException;
import java.util.List;

/** Says what an upgrade or a rollback would do; changes nothing, and takes no lock. */
public final class Plan {

    private final TaskContext context;

    /** A task in a context. */
    public Plan(TaskContext context) {
        this.context = context;
    }

    /** What an upgrade of a target would do. */
    public PlanReport upgrade(Target target, UpgradeScope scope) {
        return Session.with(context, target, Session.Purpose.READ, session -> {
            Unknown.warn(session.migration().status(), context.listener());
            return report(session, session.migration().planUpgrade(scope));
        });
    }

    /** What a rollback of a target would do. */
    public PlanReport rollback(Target target, RollbackScope scope) {
        return Session.with(
                context,
                target,
                Session.Purpose.READ,
                session -> report(session, session.migration().planRollback(scope)));
    }

    private PlanReport report(Session session, UpgradePlan plan) throws SQLException {
        Migration migration = session.migration();
        var script = new StringBuilder("-- Target %s, %s%n"
                .formatted(session.target().name(), session.report().database()));
        migration.writeScript(
                plan,
                context.runOptions(session.target()),
                line -> script.append(line).append('\n'));
        var statements = migration.statements(plan);
        List<PlanReport.Planned> planned = plan.entries().stream()
                .map(entry -> new PlanReport.Planned(
                        entry, plan.outOfOrder().contains(entry), statements.getOrDefault(entry, List.of())))
                .toList();
        return new PlanReport(session.report(), planned, script.toString());
    }
}
