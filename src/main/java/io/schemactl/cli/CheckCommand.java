package io.schemactl.cli;

import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.report.Check;
import io.schemactl.report.CheckReports;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * A command that says what is wrong with each target, to people, to programs or to pipelines.
 *
 * @param <T> what comes of a target
 */
abstract class CheckCommand<T> extends TargetCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}")
    private CheckFormat format = CheckFormat.TEXT;

    CheckCommand(Shell shell) {
        super(shell);
    }

    /** What people read of a target. */
    abstract String text(T report);

    /** What programs read of all targets. */
    abstract String json(List<T> reports, List<Problem> problems);

    /** What pipelines read of a target. */
    abstract Check check(T report);

    @Override
    final boolean answersInJson() {
        return format == CheckFormat.JSON;
    }

    /** Prints what came of the targets, and says how the command ends. */
    final int answer(Outcome<T> outcome, Function<T, ExitCode> judge) {
        // An empty report would tell a pipeline that everything is fine.
        if (answersInJson() || !outcome.results().isEmpty()) {
            print(render(outcome));
        }
        return outcome.exitCode(judge);
    }

    private String render(Outcome<T> outcome) {
        List<T> reports = outcome.results();
        var pipelines = new CheckReports(shell().environment().workingDirectory(), shell().version());
        List<Check> checks = reports.stream().map(this::check).toList();
        return switch (format) {
            case TEXT -> reports.stream().map(this::text).collect(Collectors.joining());
            case JSON -> json(reports, outcome.problems());
            case JUNIT -> pipelines.junit(spec.name(), checks);
            case SARIF -> pipelines.sarif(checks);
            case GITHUB -> pipelines.github(checks);
            case MARKDOWN -> pipelines.markdown(spec.name(), checks);
        };
    }
}
