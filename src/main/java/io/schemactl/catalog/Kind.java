package io.schemactl.catalog;

import java.util.Locale;

/** The kinds of objects that a catalog holds, in the order in which it lists them. */
public enum Kind {
    /** A schema. */
    SCHEMA,
    /** An extension; its members count as the extension. */
    EXTENSION,
    /** An enum type. */
    ENUM,
    /** A domain. */
    DOMAIN,
    /** A composite type that is not a table's row type. */
    COMPOSITE_TYPE,
    /** A sequence. */
    SEQUENCE,
    /** An ordinary, partitioned or foreign table. */
    TABLE,
    /** A view or a materialized view. */
    VIEW,
    /** A function, procedure or aggregate. */
    ROUTINE,
    /** A table's constraint. */
    CONSTRAINT,
    /** An index of a table or materialized view. */
    INDEX,
    /** A trigger of a table or view. */
    TRIGGER,
    /** A row security policy. */
    POLICY,
    /** A rewrite rule other than a view's own. */
    RULE;

    /** The kind in PostgreSQL's words, such as {@code composite type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
