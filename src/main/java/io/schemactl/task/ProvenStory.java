package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.problem.Position;
import io.schemactl.story.Expectations;
import io.schemactl.story.StoryTests;
import java.nio.file.Path;
import java.util.List;

/**
 * A story that is to be proven.
 *
 * @param name its name
 * @param files the files that say what must hold of it, whether or not they are there
 * @param changeSets its change sets that are meant for such a database, in order
 * @param rollback where its last change set says how it is taken back
 * @param expectations what must hold after it, earlier stories' expectations too
 * @param tests what its tests file says
 */
record ProvenStory(
        String name,
        List<Path> files,
        List<ChangeSetEntry> changeSets,
        Position rollback,
        Expectations expectations,
        StoryTests tests) {

    /** Copies the lists. */
    ProvenStory {
        files = List.copyOf(files);
        changeSets = List.copyOf(changeSets);
    }
}
