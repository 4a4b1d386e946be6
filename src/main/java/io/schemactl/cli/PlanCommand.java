package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.lint.RuleSeverities;
import io.schemactl.lint.rules.Rules;
import io.schemactl.live.StatisticsFile;
import io.schemactl.task.Plan;
import io.schemactl.task.PlanReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an upgrade would do. */
@Command(
        name = "plan",
        description = {
            "Shows what an upgrade would do: its SQL, what it locks, and how much that will hurt.",
            "Runs the pending change sets on a throw-away database to see what they lock, write anew and read, and asks the",
            "live server how large and busy these tables are. Changes nothing there, and takes no lock."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl plan",
            "  schemactl plan --to story-2.0-video-interview",
            "  schemactl plan --no-trace",
            "  schemactl plan --stats production.stats.json --since origin/main --format markdown",
            "  schemactl plan --format sql > upgrade.sql"
        })
final class PlanCommand extends TargetCommand {

    @Mixin
    private final ForwardOptions how = new ForwardOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}; sql is a script for psql with the same end state")
    private PlanFormat format = PlanFormat.TEXT;

    @Option(names = "--no-trace", description = "only the SQL: run nothing on a throw-away database")
    private boolean withoutTrace;

    @Option(
            names = "--stats",
            paramLabel = "FILE",
            description = "take sizes, and what is applied, from a file of doctor --export-stats; no database is asked")
    private @Nullable Path statistics;

    @Option(names = "--offline", description = "ask no database: everything is pending, and no size is known")
    private boolean offline;

    @Option(
            names = "--since",
            paramLabel = "REF",
            description = {
                "plan what is new or changed since the merge base with this branch, tag or commit,",
                "as if the rest were applied: `--stats FILE --since origin/main`"
            })
    private @Nullable String since;

    PlanCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == PlanFormat.JSON;
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting)
                || setting == Setting.LOCK_TIMEOUT
                || setting == Setting.STATEMENT_TIMEOUT
                || setting == Setting.SHADOW
                || setting == Setting.LINT_RULES;
    }

    @Override
    public Integer call() {
        Outcome<PlanReport> outcome = plans();
        print(render(outcome, format, this));
        return outcome.exitCode();
    }

    private Outcome<PlanReport> plans() {
        var scope = how.scope(this);
        if (offline && statistics != null) {
            throw usage("--offline goes without --stats, which asks no database either");
        }
        if (since != null && !offline && statistics == null) {
            throw usage("--since is for --stats or --offline; otherwise the database says what is applied");
        }
        if (offline || statistics != null) {
            if (withoutTrace) {
                throw usage("--no-trace needs a database to ask; it goes with neither --stats nor --offline");
            }
            Plan.Instead instead = instead();
            return forEachOfflineTarget(work -> new Plan(work.context())
                    .foresee(
                            work.target(),
                            new Plan.Request(scope, severities(work.context().settings()), instead)));
        }
        if (withoutTrace || format == PlanFormat.SQL) {
            return forEachTarget(work -> new Plan(work.context()).upgrade(work.target(), scope));
        }
        return forEachTarget(work -> new Plan(work.context())
                .foresee(
                        work.target(),
                        new Plan.Request(scope, severities(work.context().settings()), null)));
    }

    private Plan.Instead instead() {
        if (statistics == null) {
            return new Plan.Instead(null, null, since);
        }
        requireOneTarget("--stats");
        Path file = shell().environment().workingDirectory().resolve(statistics);
        return new Plan.Instead(statistics.toString(), StatisticsFile.read(file), since);
    }

    private static RuleSeverities severities(Settings settings) {
        return RuleSeverities.parse(settings.lintRules(), Rules.ids());
    }

    static String render(Outcome<PlanReport> outcome, PlanFormat format, TargetCommand command) {
        List<PlanReport> reports = outcome.results();
        if (format == PlanFormat.SQL && reports.size() > 1) {
            throw command.usage("a script is for one database, but there are %d targets".formatted(reports.size()));
        }
        return switch (format) {
            case TEXT -> reports.stream().map(command.text()::plan).collect(Collectors.joining());
            case MARKDOWN -> command.text().planMarkdown(reports);
            case JSON -> command.json().plan(reports, outcome.problems());
            case SQL -> reports.stream().map(PlanReport::script).collect(Collectors.joining());
        };
    }
}
