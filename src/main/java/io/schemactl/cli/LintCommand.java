package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.lint.rules.Rules;
import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.report.Check;
import io.schemactl.task.Lint;
import io.schemactl.task.LintReport;
import java.util.List;
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
final class LintCommand extends CheckCommand<LintReport> {

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
    public Integer call() {
        if (list) {
            print(text().rules(Rules.all()));
            return ExitCode.DONE.status();
        }
        Outcome<LintReport> outcome = forEachOfflineTarget(work -> new Lint(work.context())
                .run(work.target(), LintRequest.of(work.context().settings(), stories, since)));
        return answer(outcome, report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.SHADOW || setting.scope() == Setting.Scope.RULES;
    }

    @Override
    String text(LintReport report) {
        return text().lint(report);
    }

    @Override
    String json(List<LintReport> reports, List<Problem> problems) {
        return json().lint(reports, problems);
    }

    @Override
    Check check(LintReport report) {
        return Check.of(report, Rules.all());
    }
}
