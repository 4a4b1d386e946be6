package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.report.Check;
import io.schemactl.task.Prove;
import io.schemactl.task.ProveReport;
import java.util.List;
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
final class ProveCommand extends CheckCommand<ProveReport> {

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
    public Integer call() {
        var request = new Prove.Request(stories, since);
        Outcome<ProveReport> outcome =
                forEachOfflineTarget(work -> new Prove(work.context()).run(work.target(), request));
        return answer(outcome, report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.SHADOW;
    }

    @Override
    String text(ProveReport report) {
        return text().prove(report);
    }

    @Override
    String json(List<ProveReport> reports, List<Problem> problems) {
        return json().prove(reports, problems);
    }

    @Override
    Check check(ProveReport report) {
        return Check.of(report);
    }
}
