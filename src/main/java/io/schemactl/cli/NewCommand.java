package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.config.SettingsLoader;
import io.schemactl.config.Target;
import io.schemactl.diff.story.StoryText;
import io.schemactl.report.JsonReports;
import io.schemactl.scaffold.Block;
import io.schemactl.task.NewStory;
import io.schemactl.task.NewStoryReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a new story. */
@Command(
        name = "new",
        customSynopsis = {
            "schemactl new [OPTIONS] NAME",
            "       schemactl new [OPTIONS] NAME --table … --column … --index …",
            "       schemactl new [OPTIONS] NAME --from-diff [TO]",
            "       schemactl new [OPTIONS] NAME --from-diff FROM TO"
        },
        description = {
            "Writes a new story: the folder NAME beside the root changelog, which includes it from then on.",
            "With blocks, such as --table and --column, the story makes them in the form that blocks others least, with what",
            "takes them back, expect.yaml and tests.yaml; all of it is tried on a shadow that holds the changelog.",
            "With --from-diff the story turns FROM into TO, and its rollback blocks lead back; both are tried on shadows.",
            "",
            "FROM is the changelog if it is left out, TO the target's database. Sides are those of `schemactl diff`."
        },
        footer = {
            "",
            "Examples:",
            "  schemactl new story-2.2-ratings",
            "  schemactl new story-2.2-ratings --column 'videos.rating:integer' --backfill videos.rating=0 --not-null videos.rating",
            "  schemactl new story-2.2-ratings --from-diff              # what somebody did to the database by hand",
            "  schemactl new story-2.2-ratings --from-diff wished.sql   # what leads to the schema in a file",
            "  schemactl new story-2.2-ratings --from-diff changelog portal-test --author ann"
        })
final class NewCommand extends ReportingCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "the story's name, such as story-2.2-ratings")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..2", paramLabel = "SIDE", description = "with --from-diff; see above")
    private List<String> sides = List.of();

    @Option(names = "--from-diff", description = "fill the story from the difference between two schemas")
    private boolean fromDifference;

    @Option(
            names = "--author",
            paramLabel = "AUTHOR",
            description = "the author of the change sets; default the user's name")
    private @Nullable String author;

    @Mixin
    private final BlockOptions blocks = new BlockOptions();

    @Mixin
    private final DiffOptions what = new DiffOptions();

    NewCommand(Shell shell) {
        super(shell);
    }

    @Override
    boolean reads(Setting setting) {
        return super.reads(setting) || setting == Setting.SHADOW;
    }

    @Override
    public Integer call() {
        if (sides.size() > 2 || (!fromDifference && !sides.isEmpty())) {
            throw usage(fromDifference ? "there are more than two sides" : "sides are for --from-diff");
        }
        var text = new StoryText(name, Author.of(author, shell().environment()));
        List<Block> wanted = blocks.blocks();
        if (fromDifference && !wanted.isEmpty()) {
            throw usage("a story is either of blocks or --from-diff");
        }
        Outcome<NewStoryReport> outcome = fromDifference ? fromDifference(text) : offline(text, wanted);
        if (answersInJson()) {
            print(new JsonReports(shell().environment().workingDirectory())
                    .newStory(outcome.results(), outcome.problems()));
        } else {
            outcome.results().forEach(report -> print(text().newStory(report)));
        }
        return outcome.exitCode();
    }

    private Outcome<NewStoryReport> offline(StoryText text, List<Block> wanted) {
        Settings settings = SettingsLoader.load(settingsRequest().offline(), shell().environment());
        Target target = DiffSides.onlyTarget(settings);
        return forEach(settings, List.of(target), (context, each) -> {
            var story = new NewStory(context);
            return wanted.isEmpty() ? story.empty(each, text) : story.ofBlocks(each, text, wanted);
        });
    }

    private Outcome<NewStoryReport> fromDifference(StoryText text) {
        DiffSides.StoryWork work = new DiffSides(settingsRequest(), shell().environment()).resolveStory(sides);
        return forEach(
                work.settings(),
                List.of(work.target()),
                (context, target) -> new NewStory(context)
                        .fromDifference(
                                target, text, what.request(context.settings(), work.pair(), false), what.plan()));
    }
}
