package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.lint.rules.Rules;
import io.schemactl.problem.ExitCode;
import io.schemactl.report.Check;
import io.schemactl.report.CheckReports;
import io.schemactl.task.Lint;
import io.schemactl.task.LintReport;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what hurts in the change sets of a changelog. */
@Command(
        name = "lint",
        description = {
            "Says what hurts in the change sets of a changelog; exits 1 from --fail-on on. No database is needed.",
            "Runs each statement on a throw-away database with rows, and sees which locks it takes, what it",
            "writes anew and what it reads; runs the rollback too; and looks at names, types and conventions."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl lint",
            "  schemactl lint --since origin/main --format github",
            "  schemactl lint --lint-rules limited-text=off,drop-column=error --fail-on warning"
        })
final class LintCommand extends TargetCommand {

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
            description = "judge only these stories; the others are applied")
    private List<String> stories = List.of();

    @Option(
            names = "--since",
            paramLabel = "REF",
            description = {
                "judge only what is new or changed since the merge base with this branch, tag or commit,",
                "and beside what is new there: `--since origin/main`"
            })
    private @Nullable String since;

    @Option(names = "--list", description = "print the rules, and how much they matter by default")
    private boolean list;

    LintCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == VerifyFormat.JSON;
    }

    @Override
    public Integer call() {
        if (list) {
            print(text().rules(Rules.all()));
            return ExitCode.DONE.status();
        }
        Outcome<LintReport> outcome = forEachOfflineTarget(work -> new Lint(work.context())
                .run(work.target(), LintRequest.of(work.context().settings(), stories, since)));
        if (format == VerifyFormat.JSON || !outcome.results().isEmpty()) {
            print(render(outcome));
        }
        return outcome.exitCode(report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting)
                || setting == Setting.SHADOW
                || setting == Setting.LINT_RULES
                || setting == Setting.LINT_NAMES
                || setting == Setting.FAIL_ON;
    }

    private String render(Outcome<LintReport> outcome) {
        List<LintReport> reports = outcome.results();
        var checks = new CheckReports(shell().environment().workingDirectory(), shell().version());
        List<Check> found =
                reports.stream().map(report -> Check.of(report, Rules.all())).toList();
        return switch (format) {
            case TEXT -> reports.stream().map(text()::lint).collect(Collectors.joining());
            case JSON -> json().lint(reports, outcome.problems());
            case JUNIT -> checks.junit("lint", found);
            case SARIF -> checks.sarif(found);
            case GITHUB -> checks.github(found);
            case MARKDOWN -> checks.markdown("lint", found);
        };
    }
}
