package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.story.StoryText;
import io.schemactl.problem.ProblemException;
import io.schemactl.scaffold.Block;
import io.schemactl.sql.Identifier;
import io.schemactl.task.NewStoryReport.Result;
import java.time.Duration;
import java.util.List;

/** Writes a new story into a changelog: an empty one, or one that makes one schema of another. */
public final class NewStory {

    private static final String NO_EXPECTATIONS = """
            # What must exist after this story; `schemactl verify` compares it with the database. Such as:
            # tables:
            #   customers:
            #     columns:
            #       tags: { type: jsonb }
            {}
            """;

    private final TaskContext context;

    /** A task in a context. */
    public NewStory(TaskContext context) {
        this.context = context;
    }

    /**
     * Writes a story that does nothing yet; no database is needed.
     *
     * @throws ProblemException if the name will not do, or the changelog cannot take the story
     */
    public NewStoryReport empty(Target target, StoryText text) {
        long start = System.nanoTime();
        var folder = StoryFolder.of(target, text.name());
        boolean included = folder.write(new StoryFolder.Texts(text.emptyChangelog(), NO_EXPECTATIONS, null));
        return report(target, folder, included ? Result.INCLUDED : Result.FOUND, List.of(), start);
    }

    /**
     * Writes a story that turns the first side into the second; none if they do not differ.
     *
     * @throws ProblemException if the name will not do, the changelog cannot take the story, or there is no way there or back
     */
    public NewStoryReport fromDifference(Target target, StoryText text, DiffRequest request, PlanOptions options) {
        long start = System.nanoTime();
        var folder = StoryFolder.of(target, text.name());
        StoryDraft draft = new Diff(context).story(request, options);
        if (draft.diff().isEqual()) {
            return report(target, folder, Result.EQUAL, List.of(), start);
        }
        String schema = target.defaultSchema() == null ? "public" : target.defaultSchema();
        boolean included = folder.write(
                new StoryFolder.Texts(draft.changelog(text), draft.expectations(new Identifier(schema)), null));
        return report(target, folder, included ? Result.INCLUDED : Result.FOUND, draft.notes(), start);
    }

    /**
     * Writes a story of ready blocks, which were tried on a shadow, there and back and there again.
     *
     * @throws ProblemException if the name will not do, the changelog cannot take the story, or a block makes no sense in it
     */
    public NewStoryReport ofBlocks(Target target, StoryText text, List<Block> blocks) {
        long start = System.nanoTime();
        var folder = StoryFolder.of(target, text.name());
        boolean included = folder.write(new Scaffolding(context, target).texts(text, blocks));
        return new NewStoryReport(
                target.name(),
                folder.path(),
                target.changelog(),
                included ? Result.INCLUDED : Result.FOUND,
                true,
                List.of(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static NewStoryReport report(
            Target target, StoryFolder folder, Result result, List<String> notes, long start) {
        return new NewStoryReport(
                target.name(),
                folder.path(),
                target.changelog(),
                result,
                false,
                notes,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
