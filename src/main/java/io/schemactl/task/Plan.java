package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.Migration;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.lint.RuleSeverities;
import io.schemactl.live.Statistics;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what an upgrade or a rollback would do; changes nothing, and takes no lock. */
public final class Plan {

    /**
     * What to say of an upgrade.
     *
     * @param scope how far it goes
     * @param severities how much the rules of lint matter
     * @param instead what to take for the live database; null for the live database itself
     */
    public record Request(
            UpgradeScope scope,
            RuleSeverities severities,
            @Nullable Instead instead) {}

    /**
     * What to take for the live database, which is not asked.
     *
     * @param name the file that the statistics were read from; null if there are none
     * @param statistics how large its tables are and what is applied; null if nothing is known of the tables
     * @param since a branch, tag or commit: what is not new since then counts as applied; null if the statistics say what is applied, or
     *     nothing is
     */
    public record Instead(
            @Nullable String name,
            @Nullable Statistics statistics,
            @Nullable String since) {}

    private final TaskContext context;

    /** A task in a context. */
    public Plan(TaskContext context) {
        this.context = context;
    }

    /** The SQL of an upgrade of a target. */
    public PlanReport upgrade(Target target, UpgradeScope scope) {
        return Session.with(context, target, Session.Purpose.READ, session -> {
            Unknown.warn(session.migration().status(), context.listener());
            return report(session, session.migration().planUpgrade(scope));
        });
    }

    /** The SQL of an upgrade of a target, what it will lock and rewrite, and how long that may take. */
    public PlanReport foresee(Target target, Request request) {
        var outlooks = new PlanOutlook(context, request);
        Instead instead = request.instead();
        if (instead != null) {
            return outlooks.without(target, instead);
        }
        return Session.with(context, target, Session.Purpose.READ, session -> {
            Unknown.warn(session.migration().status(), context.listener());
            PlanReport sql = report(session, session.migration().planUpgrade(request.scope()));
            return sql.changeSets().isEmpty() ? sql : outlooks.on(session, sql);
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
        return report(context, session, plan, session.report());
    }

    /** The SQL of a plan. */
    static PlanReport report(TaskContext context, Session session, UpgradePlan plan, TargetReport target) {
        Migration migration = session.migration();
        var script = new StringBuilder("-- Target %s, %s%n".formatted(target.name(), target.database()));
        migration.writeScript(
                plan,
                context.runOptions(session.target()),
                line -> script.append(line).append('\n'));
        var statements = migration.statements(plan);
        List<PlanReport.Planned> planned = plan.entries().stream()
                .map(entry -> planned(entry, plan, statements.getOrDefault(entry, List.of())))
                .toList();
        return new PlanReport(target, planned, script.toString(), null);
    }

    private static PlanReport.Planned planned(ChangeSetEntry entry, UpgradePlan plan, List<String> statements) {
        return new PlanReport.Planned(entry, plan.outOfOrder().contains(entry), statements, null);
    }
}
