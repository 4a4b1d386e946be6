package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.report.Check;
import io.schemactl.task.DiffRequest;
import io.schemactl.task.Verify;
import io.schemactl.task.VerifyReport;
import io.schemactl.task.VerifyRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the database is what the changelog says. */
@Command(
        name = "verify",
        description = {
            "Says whether the database is what the changelog says. Reads only; exits 1 with findings.",
            "It looks at the history, at what each applied story expects, for invalid indexes, unvalidated",
            "constraints and disabled triggers, and compares everything with the snapshot, or with a replay",
            "of the applied change sets on a throw-away database."
        },
        footer = {"", "Examples:", "  schemactl verify", "  schemactl verify -t all --format sarif > schemactl.sarif"})
final class VerifyCommand extends CheckCommand<VerifyReport> {

    @Mixin
    private final CatalogOptions what = new CatalogOptions();

    @Option(names = "--no-catalog", description = "do not compare everything: only history, expectations and integrity")
    private boolean withoutCatalog;

    @Option(
            names = "--strict",
            description = "exit 7 if there is something that schemactl cannot see; fail if nothing could be compared")
    private boolean strict;

    VerifyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Outcome<VerifyReport> outcome = forEachTarget(work -> new Verify(work.context())
                .run(work.target(), request(work.context().settings())));
        return answer(outcome, this::judge);
    }

    private VerifyRequest request(Settings settings) {
        boolean isReplay = spec.commandLine().getParseResult().hasMatchedOption("--" + Setting.SHADOW.option());
        if (withoutCatalog && (isReplay || strict)) {
            throw usage("--no-catalog goes with neither --shadow nor --strict");
        }
        VerifyRequest.With with = isReplay ? VerifyRequest.With.SHADOW : VerifyRequest.With.SNAPSHOT;
        return new VerifyRequest(
                withoutCatalog ? VerifyRequest.With.NOTHING : with,
                isReplay || strict,
                what.filter(settings),
                DiffRequest.Ignored.of(settings.ignored()));
    }

    private ExitCode judge(VerifyReport report) {
        if (!report.isGood()) {
            return ExitCode.NO;
        }
        return strict && !report.isComplete() ? ExitCode.UNSEEN : ExitCode.DONE;
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || CatalogOptions.reads(setting);
    }

    @Override
    String text(VerifyReport report) {
        return text().verify(report);
    }

    @Override
    String json(List<VerifyReport> reports, List<Problem> problems) {
        return json().verify(reports, problems);
    }

    @Override
    Check check(VerifyReport report) {
        return Check.of(report);
    }
}
