package io.schemactl.catalog;

import org.jspecify.annotations.Nullable;

/** Anything that a catalog holds. */
public sealed interface CatalogObject
        permits Schema,
                Extension,
                Language,
                AccessMethod,
                Collation,
                EnumType,
                Domain,
                CompositeType,
                RangeType,
                BaseType,
                Sequence,
                Relation,
                Routine,
                Operator,
                OperatorFamily,
                OperatorClass,
                Cast,
                Transform,
                Conversion,
                TextSearchParser,
                TextSearchTemplate,
                TextSearchDictionary,
                TextSearchConfiguration,
                Constraint,
                Index,
                Trigger,
                Policy,
                Rule,
                ForeignDataWrapper,
                Server,
                UserMapping,
                Statistics,
                EventTrigger,
                Publication,
                Subscription,
                DefaultPrivileges,
                Database {

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
