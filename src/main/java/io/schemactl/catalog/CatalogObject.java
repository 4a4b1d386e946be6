package io.schemactl.catalog;

import org.jspecify.annotations.Nullable;

/** Anything that a catalog holds. */
public sealed interface CatalogObject
        permits Schema,
                Extension,
                EnumType,
                Domain,
                CompositeType,
                Sequence,
                Relation,
                Routine,
                Constraint,
                Index,
                Trigger,
                Policy,
                Rule {

    /** What distinguishes the object from all others. */
    ObjectKey key();

    /** Its owner, grants, comment and labels. */
    Attributes attributes();

    /** The same object with other attributes. */
    CatalogObject with(Attributes changed);

    /** The text of {@code COMMENT ON}. */
    default @Nullable String comment() {
        return attributes().comment();
    }
}
