package io.schemactl.task;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.Changelog;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.story.ExpectationFile;
import io.schemactl.story.Expectations;
import io.schemactl.story.Story;
import io.schemactl.story.StoryExpectations;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestsFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what is to be proven of each story of a changelog. */
final class ProvenStories {

    private ProvenStories() {}

    /**
     * The stories, in order; those of which nothing is meant for such a database are left out.
     *
     * @throws io.schemactl.problem.ProblemException if an expectations or tests file is wrong
     */
    static List<ProvenStory> of(Changelog changelog, Identifier defaultSchema) {
        Map<String, List<ChangeSetEntry>> stories = new LinkedHashMap<>();
        changelog.entries().stream()
                .filter(entry -> entry.filteredBecause() == null)
                .forEach(entry -> stories.computeIfAbsent(entry.story(), name -> new ArrayList<>())
                        .add(entry));
        List<StoryExpectations> expected = new ArrayList<>();
        List<ProvenStory> proven = new ArrayList<>();
        stories.forEach((name, entries) -> {
            var story =
                    new Story(name, Story.of(entries.get(0).position().file()).folder());
            if (story.findExpectations().isPresent()) {
                expected.add(ExpectationFile.read(story, defaultSchema));
            }
            StoryTests tests = TestsFile.read(story, defaultSchema);
            proven.add(new ProvenStory(
                    name, story.files(), entries, rollback(changelog, entries), Expectations.merge(expected), tests));
        });
        return proven;
    }

    private static Position rollback(Changelog changelog, List<ChangeSetEntry> entries) {
        return changelog.rollbackPosition(entries.get(entries.size() - 1));
    }
}
