package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.task.Plan;
import io.schemactl.task.PlanReport;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an upgrade would do. */
@Command(
        name = "plan",
        description = {"Shows what an upgrade would do. Changes nothing, and takes no lock."},
        footer = {
            "",
            "Examples:",
            "  schemactl plan",
            "  schemactl plan --to story-2.0-video-interview",
            "  schemactl plan --format sql > upgrade.sql"
        })
final class PlanCommand extends TargetCommand {

    @Mixin
    private final ForwardOptions how = new ForwardOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}; sql is a script for psql with the same end state")
    private PlanFormat format = PlanFormat.TEXT;

    PlanCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == PlanFormat.JSON;
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.LOCK_TIMEOUT || setting == Setting.STATEMENT_TIMEOUT;
    }

    @Override
    public Integer call() {
        var scope = how.scope(this);
        Outcome<PlanReport> outcome = forEachTarget(work -> new Plan(work.context()).upgrade(work.target(), scope));
        print(render(outcome, format, this));
        return outcome.exitCode();
    }

    static String render(Outcome<PlanReport> outcome, PlanFormat format, TargetCommand command) {
        List<PlanReport> reports = outcome.results();
        if (format == PlanFormat.SQL && reports.size() > 1) {
            throw command.usage("a script is for one database, but there are %d targets".formatted(reports.size()));
        }
        return switch (format) {
            case TEXT -> reports.stream().map(command.text()::plan).collect(Collectors.joining());
            case JSON -> command.json().plan(reports, outcome.problems());
            case SQL -> reports.stream().map(PlanReport::script).collect(Collectors.joining());
        };
    }
}
