package io.schemactl.task;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetFacts;
import io.schemactl.engine.Changelog;
import io.schemactl.lint.LintedBase;
import io.schemactl.lint.LintedChangeSet.Again;
import io.schemactl.lint.LintedChangeSet.Standing;
import io.schemactl.lint.LintedChangeSet.StoryFiles;
import io.schemactl.problem.Position;
import io.schemactl.story.Story;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how change sets stand in their changelog, and to another branch. */
final class Standings {

    private final Changelog changelog;
    private final @Nullable BaseChangelog base;
    private final Map<ObjectKey, String> touched;
    private final Map<List<String>, ChangeSetEntry> firsts = new LinkedHashMap<>();
    private final Set<ChangeSetEntry> begins = new HashSet<>();

    /**
     * How a changelog's change sets stand.
     *
     * @param base the other branch; null if nobody asked
     * @param touched what the other branch has changed since the two parted, and in which story
     */
    Standings(Changelog changelog, @Nullable BaseChangelog base, Map<ObjectKey, String> touched) {
        this.changelog = changelog;
        this.base = base;
        this.touched = Map.copyOf(touched);
        Set<String> stories = new HashSet<>();
        for (ChangeSetEntry entry : changelog.entries()) {
            firsts.putIfAbsent(key(entry), entry);
            if (stories.add(entry.story())) {
                begins.add(entry);
            }
        }
    }

    private static List<String> key(ChangeSetEntry entry) {
        return List.of(entry.id().id(), entry.id().author());
    }

    Standing of(ChangeSetEntry entry) {
        ChangeSetFacts facts = ChangeSetFacts.of(changelog, entry);
        Again again = facts.runsOnChange() ? Again.ON_CHANGE : Again.NEVER;
        return new Standing(
                facts.runsAlways() ? Again.ALWAYS : again,
                facts.condition(),
                twin(entry),
                begins.contains(entry) ? files(entry) : null,
                base == null ? null : base(entry, base));
    }

    private @Nullable Position twin(ChangeSetEntry entry) {
        ChangeSetEntry first = firsts.get(key(entry));
        return first == null || first.equals(entry) ? null : first.position();
    }

    private static StoryFiles files(ChangeSetEntry entry) {
        Story story = Story.of(entry.position().file());
        return new StoryFiles(
                story.findExpectations().isPresent(), story.findTests().isPresent());
    }

    private LintedBase base(ChangeSetEntry entry, BaseChangelog other) {
        return new LintedBase(
                other.reference(),
                other.isEdited(entry),
                other.findLaterThan(entry).map(ChangeSetEntry::label).orElse(null),
                touched);
    }
}
