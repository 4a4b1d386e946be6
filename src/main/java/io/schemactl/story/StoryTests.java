package io.schemactl.story;

import java.util.List;

/**
 * What a story's {@code tests.yaml} says.
 *
 * @param story the story's name
 * @param before puts rows into the database as it was before the story
 * @param compatible statements of the old application, which must still succeed after the story
 * @param tests the functional tests of the database after the story
 */
public record StoryTests(String story, List<TestSql> before, List<StoryTest> compatible, List<StoryTest> tests) {
    /** Copies the lists. */
    public StoryTests {
        before = List.copyOf(before);
        compatible = List.copyOf(compatible);
        tests = List.copyOf(tests);
    }

    /** The tests of a story that has none. */
    public static StoryTests none(String story) {
        return new StoryTests(story, List.of(), List.of(), List.of());
    }
}
