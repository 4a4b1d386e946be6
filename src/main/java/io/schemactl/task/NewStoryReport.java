package io.schemactl.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a new story.
 *
 * @param target the target in whose changelog it is
 * @param folder the story's folder
 * @param root the root changelog
 * @param result what came of it
 * @param isTested whether tests were written too
 * @param notes what stays different, because PostgreSQL has no command for it
 * @param took how long it took
 */
public record NewStoryReport(
        String target, Path folder, Path root, Result result, boolean isTested, List<String> notes, Duration took) {

    /** Copies the notes. */
    public NewStoryReport {
        notes = List.copyOf(notes);
    }

    /** The story's files; none if it was not written. */
    public List<Path> files() {
        Stream<String> names = Stream.of(StoryFolder.CHANGELOG, StoryFolder.EXPECTATIONS, StoryFolder.TESTS);
        return result == Result.EQUAL
                ? List.of()
                : names.limit(isTested ? 3 : 2).map(folder::resolve).toList();
    }

    /** What can come of a new story. */
    public enum Result {
        /** It was written, and the root changelog includes it now. */
        INCLUDED,
        /** It was written, and the root changelog finds it by itself. */
        FOUND,
        /** There is no difference, and nothing was written. */
        EQUAL
    }
}
