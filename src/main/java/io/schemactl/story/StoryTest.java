package io.schemactl.story;

import io.schemactl.problem.Position;
import java.util.List;

/**
 * A functional test: what to run, and what must come of it.
 *
 * @param name what people call it
 * @param position where it stands
 * @param given what runs first in the same transaction
 * @param sql the one statement that is tested
 * @param check what must come of it
 */
public record StoryTest(String name, Position position, List<TestSql> given, TestSql sql, TestCheck check) {
    /** Copies the list. */
    public StoryTest {
        given = List.copyOf(given);
    }
}
