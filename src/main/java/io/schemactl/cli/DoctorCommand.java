package io.schemactl.cli;

import io.schemactl.config.Settings;
import io.schemactl.config.SettingsLoader;
import io.schemactl.live.StatisticsFile;
import io.schemactl.problem.ExitCode;
import io.schemactl.task.Doctor;
import io.schemactl.task.DoctorReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether an upgrade could work, and what may stand in its way. */
@Command(
        name = "doctor",
        description = {
            "Says whether an upgrade could work, and what may stand in its way.",
            "Looks at the way to the server, its version and settings, the pooler, what the role may do, locks, long",
            "transactions, replicas, and the history. Changes nothing. Exits 1 if something would keep an upgrade from",
            "working, and 4 if there is no connection."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl doctor",
            "  schemactl doctor -t all --format json",
            "  schemactl doctor --settings",
            "  schemactl doctor --export-stats production.stats.json"
        })
final class DoctorCommand extends ReportingCommand {

    @Option(names = "--settings", description = "print each setting with the place it came from, and contact nothing")
    private boolean settings;

    @Option(
            names = "--export-stats",
            paramLabel = "FILE",
            description =
                    "also write how large the tables are, and what is applied, for plan --stats; names and counts only")
    private @Nullable Path statistics;

    DoctorCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        if (settings) {
            if (statistics != null) {
                throw usage("--settings contacts nothing, so it goes without --export-stats");
            }
            Settings loaded = SettingsLoader.load(settingsRequest().offline(), shell().environment());
            loaded.warnings().forEach(warning -> shell().err().print(text().says("warning: " + warning)));
            print(answersInJson() ? json().settings(loaded.values()) : text().settings(loaded.values()));
            return ExitCode.DONE.status();
        }
        boolean withStatistics = statistics != null;
        if (withStatistics) {
            requireOneTarget("--export-stats");
        }
        Outcome<DoctorReport> outcome =
                forEachTarget(work -> new Doctor(work.context(), withStatistics).run(work.target()));
        List<DoctorReport> reports = outcome.results();
        reports.forEach(this::export);
        print(
                answersInJson()
                        ? json().doctor(reports, outcome.problems())
                        : reports.stream().map(text()::doctor).collect(Collectors.joining()));
        return outcome.exitCode(DoctorCommand::judge);
    }

    private void export(DoctorReport report) {
        if (statistics != null && report.statistics() != null) {
            new AnswerFile(shell(), statistics).print(StatisticsFile.print(report.statistics()));
        }
    }

    private static ExitCode judge(DoctorReport report) {
        if (!report.isReached()) {
            return ExitCode.UNREACHABLE;
        }
        return report.isGood() ? ExitCode.DONE : ExitCode.NO;
    }
}
