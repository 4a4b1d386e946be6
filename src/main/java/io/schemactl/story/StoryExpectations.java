package io.schemactl.story;

import java.util.List;

/**
 * What one story says must and must not exist.
 *
 * @param story the story's name
 * @param expectations in the order of the file
 */
public record StoryExpectations(String story, List<Expectation> expectations) {
    /** Copies the expectations. */
    public StoryExpectations {
        expectations = List.copyOf(expectations);
    }
}
