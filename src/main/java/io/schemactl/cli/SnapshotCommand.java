package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.problem.ExitCode;
import io.schemactl.task.LiveHead;
import io.schemactl.task.ShadowHead;
import io.schemactl.task.Snapshot;
import io.schemactl.task.SnapshotReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the snapshot of a changelog's head. */
@Command(
        name = "snapshot",
        description = {
            "Writes schema.yaml beside the root changelog: all that the changelog makes of a database, for review.",
            "The changelog is replayed on a throw-away database. The same schema always gives the same file."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl snapshot",
            "  schemactl snapshot --check               # exit 1 if the file is not current",
            "  schemactl snapshot --output -            # print it",
            "  schemactl snapshot --shadow embedded:16  # for PostgreSQL 16"
        })
final class SnapshotCommand extends ReportingCommand {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--from-database",
            description = "take the live database, which must be at the head, instead of a replay")
    private boolean fromDatabase;

    @Option(names = "--check", description = "write nothing; exit 1 if the file does not say what the schema is")
    private boolean check;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "the snapshot's file, or - to print it; default schema.yaml beside the root changelog")
    private @Nullable String file;

    SnapshotCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.SHADOW;
    }

    @Override
    public Integer call() {
        boolean print = STANDARD_OUTPUT.equals(file);
        if (print && (check || answersInJson())) {
            throw usage("--output - prints the snapshot; it goes with neither --check nor --format json");
        }
        Outcome<SnapshotReport> outcome = fromDatabase ? forEachTarget(this::run) : forEachOfflineTarget(this::run);
        if (answersInJson()) {
            print(json().snapshot(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(print ? report.yaml() : text().snapshot(report)));
        }
        return outcome.exitCode(report -> report.isGood() ? ExitCode.DONE : ExitCode.NO);
    }

    private SnapshotReport run(Work work) {
        var task = new Snapshot(fromDatabase ? new LiveHead(work.context()) : new ShadowHead(work.context()));
        if (STANDARD_OUTPUT.equals(file)) {
            return task.print(work.target(), Snapshot.file(work.target()));
        }
        Path wanted = file == null
                ? Snapshot.file(work.target())
                : work.context().environment().workingDirectory().resolve(file);
        return check ? task.check(work.target(), wanted) : task.write(work.target(), wanted);
    }
}
