package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.diff.Difference;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.story.ExpectationText;
import io.schemactl.diff.story.StoryText;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import java.util.List;

/**
 * What a story needs that turns one side of a comparison into the other; both migrations were tried on copies.
 *
 * @param diff what differs
 * @param forward what the story does
 * @param backward what takes it back
 * @param content what differs, as objects
 * @param notes what stays different, because PostgreSQL has no command for it
 */
public record StoryDraft(DiffReport diff, Migration forward, Migration backward, Content content, List<String> notes) {

    /** Copies the notes. */
    public StoryDraft {
        notes = List.copyOf(notes);
    }

    /**
     * What differs, as objects.
     *
     * @param differences the differences
     * @param from what the story finds
     * @param to what it leads to
     */
    public record Content(List<Difference> differences, Catalog from, Catalog to) {
        /** Copies the differences. */
        public Content {
            differences = List.copyOf(differences);
        }
    }

    /**
     * The story's changelog.
     *
     * @throws ProblemException if a changelog cannot say what is to be done
     */
    public String changelog(StoryText text) {
        try {
            return text.changelog(forward, backward);
        } catch (Unmigratable e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.UNMIGRATABLE, String.valueOf(e.getMessage()))
                            .state("nothing was written")
                            .fix("leave the object out with --exclude, and write its change by hand"),
                    e);
        }
    }

    /** What must exist after the story. */
    String expectations(Identifier defaultSchema) {
        return ExpectationText.of(content.differences(), content.from(), content.to(), defaultSchema);
    }
}
