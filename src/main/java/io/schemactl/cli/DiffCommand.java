package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.diff.story.StoryText;
import io.schemactl.problem.ExitCode;
import io.schemactl.report.CheckReports;
import io.schemactl.task.Diff;
import io.schemactl.task.DiffReport;
import io.schemactl.task.MigrationReport;
import io.schemactl.task.StoryDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what distinguishes two schemas. */
@Command(
        name = "diff",
        customSynopsis = {
            "schemactl diff [OPTIONS]",
            "       schemactl diff [OPTIONS] TO",
            "       schemactl diff [OPTIONS] FROM TO"
        },
        description = {
            "Says what distinguishes two schemas: what would have to be done to FROM to make it TO.",
            "Changes nothing; exits 1 if they differ. + is what only TO has, - what only FROM has.",
            "",
            "FROM is the target if it is left out, TO its changelog. A side is: a target's name; the URL of a",
            "database; changelog, or changelog@STORY, which is the target's changelog up to a story; snapshot,",
            "which is the target's schema.yaml; a snapshot file; or a file or folder of SQL."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl diff                             # is the target what its changelog says?",
            "  schemactl diff changelog@story-1.2 changelog",
            "  schemactl diff portal portal-test",
            "  schemactl diff changelog dump.sql --format html --output diff.html",
            "  schemactl diff --format sql --output repair.sql"
        })
final class DiffCommand extends TargetCommand {

    @Parameters(arity = "0..2", paramLabel = "SIDE", description = "what to compare; see above")
    private List<String> sides = List.of();

    @Mixin
    private final DiffOptions what = new DiffOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--strict",
            description = "also count the order of columns; exit 7 if there is something that schemactl cannot see")
    private boolean strict;

    @Option(names = "--output", paramLabel = "FILE", description = "write the answer into this file")
    private @Nullable Path file;

    DiffCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean answersInJson() {
        return format == DiffFormat.JSON;
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || CatalogOptions.reads(setting) || setting == Setting.LOCK_TIMEOUT;
    }

    @Override
    public Integer call() {
        DiffSides.Work work = new DiffSides(settingsRequest(), shell().environment()).resolve(sides);
        if (format == DiffFormat.SQL) {
            return migrate(work);
        }
        if (format == DiffFormat.LIQUIBASE) {
            return write(work);
        }
        Outcome<DiffReport> outcome = forEach(
                work.settings(),
                work.pairs(),
                (context, pair) -> new Diff(context).run(what.request(context.settings(), pair, strict)));
        // An empty report would tell a pipeline that nothing differs.
        if (format == DiffFormat.JSON || !outcome.results().isEmpty()) {
            new AnswerFile(shell(), file).print(render(outcome));
        }
        return outcome.exitCode(this::judge);
    }

    private int migrate(DiffSides.Work work) {
        Outcome<MigrationReport> outcome = forEach(
                work.settings(),
                work.pairs(),
                (context, pair) ->
                        new Diff(context).migrate(what.request(context.settings(), pair, strict), what.plan()));
        if (!outcome.results().isEmpty()) {
            new AnswerFile(shell(), file).print(checks().migrations(outcome.results()));
        }
        return outcome.exitCode(report -> judge(report.diff()));
    }

    private int write(DiffSides.Work work) {
        Outcome<StoryDraft> outcome = forEach(
                work.settings(),
                work.pairs(),
                (context, pair) ->
                        new Diff(context).story(what.request(context.settings(), pair, strict), what.plan()));
        if (outcome.results().size() > 1) {
            throw usage("--format liquibase prints one changelog; name one target");
        }
        var story = new StoryText("difference", Author.of(null, shell().environment()));
        outcome.results().forEach(draft -> {
            draft.notes().forEach(note -> shell().err().println("note: " + note));
            new AnswerFile(shell(), file).print(draft.changelog(story));
        });
        return outcome.exitCode(draft -> judge(draft.diff()));
    }

    private CheckReports checks() {
        return new CheckReports(shell().environment().workingDirectory(), shell().version());
    }

    private ExitCode judge(DiffReport report) {
        if (!report.isEqual()) {
            return ExitCode.NO;
        }
        return strict && !report.isComplete() ? ExitCode.UNSEEN : ExitCode.DONE;
    }

    private String render(Outcome<DiffReport> outcome) {
        List<DiffReport> reports = outcome.results();
        return switch (format) {
            case TEXT -> reports.stream().map(text()::diff).collect(Collectors.joining("\n"));
            case JSON -> json().diff(reports, outcome.problems());
            case MARKDOWN -> checks().diffMarkdown(reports);
            case HTML -> checks().diffPage(reports);
            case SQL, LIQUIBASE -> throw new IllegalStateException("a migration is no report");
        };
    }
}
