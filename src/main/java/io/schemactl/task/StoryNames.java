package io.schemactl.task;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.List;

/** Checks the names of stories that a user gives. */
final class StoryNames {

    private StoryNames() {}

    /**
     * Refuses names of stories that are not in a changelog.
     *
     * @param known the changelog's stories
     * @throws ProblemException naming the first that is not known
     */
    static void requireKnown(List<String> names, List<String> known) {
        names.stream().filter(story -> !known.contains(story)).findFirst().ifPresent(story -> {
            throw new ProblemException(Problem.of(
                            ProblemCode.USAGE,
                            "there is no story `%s` in the changelog%s".formatted(story, Suggestion.hint(story, known)))
                    .fix("the stories are: " + String.join(", ", known)));
        });
    }
}
