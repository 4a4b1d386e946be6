package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.lint.StatementFacts;
import java.util.stream.Stream;

/** Objects that were there before the story, and that a change set leaves without. */
final class Vanished {

    private Vanished() {}

    /** The objects of a sort that nothing of the same key has taken the place of when the change set ends. */
    static <T extends CatalogObject> Stream<T> of(StatementFacts facts, Class<T> sort) {
        return facts.removed(sort)
                .filter(object ->
                        facts.context().schemas().beforeStory().objects().containsKey(object.key()))
                .filter(object -> !facts.context().schemas().after().objects().containsKey(object.key()));
    }
}
