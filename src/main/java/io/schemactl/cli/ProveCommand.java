package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.problem.ExitCode;
import io.schemactl.report.Check;
import io.schemactl.report.CheckReports;
import io.schemactl.task.Prove;
import io.schemactl.task.ProveReport;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that each story works, and that each rollback brings back what was there. */
@Command(
        name = "prove",
        aliases = "test",
        description = {
            "Proves that each story works, and that each rollback brings back what was there; exits 1 if one does not.",
            "On a throw-away database, for each story: rows go in; upgrade; expectations and tests; rollback, after which",
            "schema and rows must be what they were; upgrade again, which must give the same. No database is needed."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl prove",
            "  schemactl prove --since origin/main",
            "  schemactl prove --story story-2.0-video-interview --format junit"
        })
final class ProveCommand extends TargetCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}")
    private VerifyFormat format = VerifyFormat.TEXT;

    @Option(
            names = "--story",
            paramLabel = "NAME",
            split = ",",
            description = "prove only these stories; those before them are applied")
    private List<String> stories = List.of();

    @Option(
            names = "--since",
            paramLabel = "GIT-REF",
            description =
                    "prove only stories that are new or changed since the merge base with this branch, tag or commit")
    private @Nullable String since;

    ProveCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == VerifyFormat.JSON;
    }

    @Override
    public Integer call() {
        var request = new Prove.Request(stories, since);
        Outcome<ProveReport> outcome =
                forEachOfflineTarget(work -> new Prove(work.context()).run(work.target(), request));
        if (format == VerifyFormat.JSON || !outcome.results().isEmpty()) {
            print(render(outcome));
        }
        return outcome.exitCode(report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.SHADOW;
    }

    private String render(Outcome<ProveReport> outcome) {
        List<ProveReport> reports = outcome.results();
        var checks = new CheckReports(shell().environment().workingDirectory(), shell().version());
        List<Check> found = reports.stream().map(Check::of).toList();
        return switch (format) {
            case TEXT -> reports.stream().map(text()::prove).collect(Collectors.joining());
            case JSON -> json().prove(reports, outcome.problems());
            case JUNIT -> checks.junit("prove", found);
            case SARIF -> checks.sarif(found);
            case GITHUB -> checks.github(found);
            case MARKDOWN -> checks.markdown("prove", found);
        };
    }
}
