package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;

/** A constraint of a table. */
public sealed interface Constraint extends CatalogObject
        permits KeyConstraint, ForeignKey, CheckConstraint, ExclusionConstraint, NotNullConstraint {

    /** The table. */
    QualifiedName relation();

    /** Its name, unique among the table's constraints. */
    Identifier name();

    /** What sort of constraint it is, in PostgreSQL's words. */
    String word();

    /** How it stands: on which rows it holds. */
    Standing standing();

    @Override
    default ObjectKey key() {
        return ObjectKey.ofPart(Kind.CONSTRAINT, relation(), name());
    }

    /**
     * How a constraint stands.
     *
     * @param validated false if existing rows were never checked ({@code NOT VALID})
     * @param enforced false after {@code NOT ENFORCED}
     * @param triggersEnabled false if the internal triggers that check it are disabled
     * @param inherited whether it comes only from a table above
     */
    record Standing(boolean validated, boolean enforced, boolean triggersEnabled, boolean inherited) {
        /** The same standing with new triggers, which are enabled. */
        public Standing withNewTriggers() {
            return new Standing(validated, enforced, true, inherited);
        }
    }
}
