package io.schemactl.scaffold;

import io.schemactl.catalog.Reading;
import io.schemactl.diff.story.ChangeSet;
import java.util.List;

/** One change that a new story makes: its change sets, each with what takes it back, and what tests it. */
public sealed interface Block
        permits EnumBlock,
                EnumValueBlock,
                TableBlock,
                ColumnBlock,
                BackfillBlock,
                NotNullBlock,
                ForeignKeyBlock,
                IndexBlock {

    /**
     * The change sets.
     *
     * @param place what is there before
     * @throws io.schemactl.problem.ProblemException if the change makes no sense there
     */
    List<ChangeSet> changeSets(Place place);

    /** The same, where what takes them back follows from what they have made. */
    default List<ChangeSet> withRollback(List<ChangeSet> changeSets, Place before, Reading after) {
        return changeSets;
    }

    /** What else such a change wants; it comes later in the story. */
    default List<Block> followers(Place place) {
        return List.of();
    }

    /**
     * What may be tested when the change is there; a test that does not hold then is left out.
     *
     * @param before what was there before the change
     * @param place what is there afterwards
     */
    List<StoryTest> tests(Place before, Place place);
}
