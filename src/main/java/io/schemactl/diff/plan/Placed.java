package io.schemactl.diff.plan;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.ddl.Step;
import java.util.Collection;

/**
 * A step among those of a migration.
 *
 * @param step the step
 * @param key the object that it is about
 * @param phase whether it takes away, changes or makes
 * @param place its place among the steps of the same object and phase
 */
record Placed(Step step, ObjectKey key, Phase phase, int place) {

    /** The same, after some more parts have been made or taken away. */
    Placed after(Collection<Part> parts) {
        return new Placed(step.after(parts), key, phase, place);
    }

    /** What a step does on the whole. */
    enum Phase {
        /** It takes an object away. */
        DROP,
        /** It changes an object that stays. */
        ALTER,
        /** It makes an object. */
        CREATE
    }
}
