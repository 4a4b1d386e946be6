package io.schemactl.cli;

import io.schemactl.problem.ExitCode;
import io.schemactl.report.CheckReports;
import io.schemactl.task.Verify;
import io.schemactl.task.VerifyReport;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the database is what the changelog says. */
@Command(
        name = "verify",
        description = {
            "Says whether the database is what the changelog says. Reads only; exits 1 with findings.",
            "It looks at the history, at what each applied story expects, and for invalid indexes,",
            "unvalidated constraints and disabled triggers."
        },
        footer = {"", "Examples:", "  schemactl verify", "  schemactl verify -t all --format sarif > schemactl.sarif"})
final class VerifyCommand extends TargetCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}")
    private VerifyFormat format = VerifyFormat.TEXT;

    VerifyCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == VerifyFormat.JSON;
    }

    @Override
    public Integer call() {
        Outcome<VerifyReport> outcome = forEachTarget(work -> new Verify(work.context()).run(work.target()));
        // An empty report would tell a pipeline that everything is fine.
        if (format == VerifyFormat.JSON || !outcome.results().isEmpty()) {
            print(render(outcome));
        }
        return outcome.exitCode(report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    private String render(Outcome<VerifyReport> outcome) {
        List<VerifyReport> reports = outcome.results();
        var checks = new CheckReports(shell().environment().workingDirectory(), shell().version());
        return switch (format) {
            case TEXT -> reports.stream().map(text()::verify).collect(Collectors.joining());
            case JSON -> json().verify(reports, outcome.problems());
            case JUNIT -> checks.junit(reports);
            case SARIF -> checks.sarif(reports);
            case GITHUB -> checks.github(reports);
            case MARKDOWN -> checks.markdown(reports);
        };
    }
}
