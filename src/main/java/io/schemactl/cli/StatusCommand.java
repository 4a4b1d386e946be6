package io.schemactl.cli;

import io.schemactl.problem.ExitCode;
import io.schemactl.task.Status;
import io.schemactl.task.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what is applied and what is pending. */
@Command(
        name = "status",
        description = "Says for each story whether it is applied, pending or changed since.",
        footer = {
            "",
            "Examples:",
            "  schemactl status -t all",
            "  schemactl status --check                   # exit 1 if anything is pending"
        })
final class StatusCommand extends ReportingCommand {

    @Option(names = "--check", description = "exit 1 if anything is pending or changed")
    private boolean check;

    StatusCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Outcome<StatusReport> outcome = forEachTarget(work -> new Status(work.context()).run(work.target()));
        if (answersInJson()) {
            print(json().status(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().status(report)));
        }
        return outcome.exitCode(report -> check && !report.isUpToDate() ? ExitCode.NO : ExitCode.DONE);
    }
}
