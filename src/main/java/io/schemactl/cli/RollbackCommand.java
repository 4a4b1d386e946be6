package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.task.LostData;
import io.schemactl.task.Plan;
import io.schemactl.task.PlanReport;
import io.schemactl.task.Rollback;
import io.schemactl.task.RollbackReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes change sets back. */
@Command(
        name = "rollback",
        description = "Takes change sets back. Prints first what data is lost.",
        footer = {
            "",
            "Examples:",
            "  schemactl rollback --count 1",
            "  schemactl rollback --to story-1.2-core-schema",
            "  schemactl rollback --all --dry-run > rollback.sql"
        })
final class RollbackCommand extends ReportingCommand {

    @Mixin
    private final BackwardOptions how = new BackwardOptions();

    @Option(names = "--dry-run", description = "print exactly the SQL that would be executed, as a script for psql")
    private boolean dryRun;

    @Option(names = "--allow-data-loss", description = "let a protected target lose data")
    private boolean allowDataLoss;

    RollbackCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting.scope() == Setting.Scope.CHANGES;
    }

    @Override
    public Integer call() {
        var scope = how.scope(this);
        if (dryRun) {
            Outcome<PlanReport> plans = forEachTarget(work -> new Plan(work.context()).rollback(work.target(), scope));
            print(PlanCommand.render(plans, answersInJson() ? PlanFormat.JSON : PlanFormat.SQL, this));
            return plans.exitCode();
        }
        var request = new Rollback.Request(scope, allowDataLoss);
        Outcome<RollbackReport> outcome =
                forEachTarget(work -> new Rollback(work.context(), this::announce).run(work.target(), request));
        if (answersInJson()) {
            print(json().rollback(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().rollback(report)));
        }
        return outcome.exitCode();
    }

    private void announce(List<LostData> lost) {
        if (!lost.isEmpty() || !output.quiet) {
            shell().err().print(text().lost(lost));
        }
    }
}
