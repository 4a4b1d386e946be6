package io.schemactl.cli;

import io.schemactl.task.History;
import io.schemactl.task.HistoryReport;
import picocli.CommandLine.Command;

/** Says what was done to a database. */
@Command(
        name = "history",
        description = "Says who applied or took back what, when, and how long it took.",
        footer = {"", "Examples:", "  schemactl history", "  schemactl history --format json"})
final class HistoryCommand extends ReportingCommand {

    HistoryCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Outcome<HistoryReport> outcome = forEachTarget(work -> new History(work.context()).run(work.target()));
        if (answersInJson()) {
            print(json().history(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().history(report)));
        }
        return outcome.exitCode();
    }
}
