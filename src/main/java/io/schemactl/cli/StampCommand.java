package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.task.Stamp;
import io.schemactl.task.UpgradeReport;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records without running. */
@Command(
        name = "stamp",
        description = "Records change sets as applied, or with --not-applied as not applied, without running them.",
        footer = {
            "",
            "Examples:",
            "  schemactl stamp --to story-1.2-core-schema",
            "  schemactl stamp --not-applied --count 1"
        })
final class StampCommand extends ReportingCommand {

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "so many change sets: the next ones, or with --not-applied the last ones")
    private @Nullable Integer count;

    @Option(
            names = "--to",
            paramLabel = "STORY",
            description = "up to this story; with --not-applied down to it. It counts as applied either way")
    private @Nullable String story;

    @Option(names = "--all", description = "all change sets")
    private boolean all;

    @Option(names = "--not-applied", description = "record as not applied")
    private boolean notApplied;

    StampCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.LOCK_WAIT;
    }

    @Override
    public Integer call() {
        Stamp.Request request = request();
        Outcome<UpgradeReport> outcome = forEachTarget(work -> new Stamp(work.context()).run(work.target(), request));
        if (answersInJson()) {
            print(json().stamp(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().stamp(report)));
        }
        return outcome.exitCode();
    }

    private Stamp.Request request() {
        int given = (count == null ? 0 : 1) + (story == null ? 0 : 1) + (all ? 1 : 0);
        if (given != 1) {
            throw usage("say how far to go with one of --count, --to and --all");
        }
        if (count != null && count < 1) {
            throw usage("--count wants a number from 1, not " + count);
        }
        OptionalInt most = count == null ? OptionalInt.empty() : OptionalInt.of(count);
        return notApplied
                ? new Stamp.Request(null, new io.schemactl.engine.RollbackScope(most, story, null, all))
                : new Stamp.Request(new io.schemactl.engine.UpgradeScope(most, story), null);
    }
}
