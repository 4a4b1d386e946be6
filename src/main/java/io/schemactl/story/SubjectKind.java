package io.schemactl.story;

import java.util.Locale;

/** The kinds of objects that expectations speak of. */
public enum SubjectKind {
    /** A schema. */
    SCHEMA,
    /** An extension. */
    EXTENSION,
    /** An enum type. */
    ENUM,
    /** A domain. */
    DOMAIN,
    /** A sequence. */
    SEQUENCE,
    /** A function or procedure. */
    FUNCTION,
    /** A view or materialized view. */
    VIEW,
    /** A table. */
    TABLE,
    /** A table's primary key, whatever its name. */
    PRIMARY_KEY,
    /** A table's column. */
    COLUMN,
    /** A table's constraint other than its primary key. */
    CONSTRAINT,
    /** An index. */
    INDEX,
    /** A table's trigger. */
    TRIGGER;

    /** The kind in PostgreSQL's words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind as a part of a rule's id. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
