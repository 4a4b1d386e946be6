package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.task.Plan;
import io.schemactl.task.PlanReport;
import io.schemactl.task.Upgrade;
import io.schemactl.task.UpgradeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies what is pending. */
@Command(
        name = "upgrade",
        description = "Applies pending change sets.",
        footer = {
            "",
            "Examples:",
            "  schemactl upgrade                          # everything, on the default target",
            "  schemactl upgrade --count 1 -t mall        # one change set, on another target",
            "  schemactl upgrade --dry-run > upgrade.sql  # only the SQL"
        })
final class UpgradeCommand extends ReportingCommand {

    @Mixin
    private final ForwardOptions how = new ForwardOptions();

    @Option(names = "--dry-run", description = "print exactly the SQL that would be executed, as a script for psql")
    private boolean dryRun;

    @Option(
            names = "--allow-out-of-order",
            description = "let a protected target get change sets that stand before applied ones")
    private boolean allowOutOfOrder;

    UpgradeCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting.scope() == Setting.Scope.CHANGES;
    }

    @Override
    public Integer call() {
        UpgradeScope scope = how.scope(this);
        if (dryRun) {
            Outcome<PlanReport> plans = forEachTarget(work -> new Plan(work.context()).upgrade(work.target(), scope));
            print(PlanCommand.render(plans, answersInJson() ? PlanFormat.JSON : PlanFormat.SQL, this));
            return plans.exitCode();
        }
        var request = new Upgrade.Request(scope, allowOutOfOrder);
        Outcome<UpgradeReport> outcome = forEachTarget(work -> new Upgrade(work.context()).run(work.target(), request));
        if (answersInJson()) {
            print(json().upgrade(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().upgrade(report)));
        }
        return outcome.exitCode();
    }
}
