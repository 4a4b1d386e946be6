package io.schemactl.catalog;

import java.util.Locale;

/** The kinds of objects that a catalog holds, in the order in which it lists them. */
public enum Kind {
    /** A schema. */
    SCHEMA,
    /** An extension; its members count as the extension, and so does what was added to its tables. */
    EXTENSION,
    /** A procedural language. */
    LANGUAGE,
    /** A table or index access method. */
    ACCESS_METHOD,
    /** A collation. */
    COLLATION,
    /** An enum type. */
    ENUM,
    /** A domain. */
    DOMAIN,
    /** A composite type that is not a table's row type. */
    COMPOSITE_TYPE,
    /** A range type, with its multirange type. */
    RANGE_TYPE,
    /** A base type, or a shell of one. */
    BASE_TYPE,
    /** A sequence. */
    SEQUENCE,
    /** A foreign-data wrapper. */
    FOREIGN_DATA_WRAPPER,
    /** A foreign server. */
    SERVER,
    /** A user mapping of a foreign server. */
    USER_MAPPING,
    /** An ordinary, partitioned or foreign table. */
    TABLE,
    /** A view or a materialized view. */
    VIEW,
    /** A function, procedure or aggregate. */
    ROUTINE,
    /** An operator. */
    OPERATOR,
    /** An operator family. */
    OPERATOR_FAMILY,
    /** An operator class. */
    OPERATOR_CLASS,
    /** A cast. */
    CAST,
    /** A transform of a type for a language. */
    TRANSFORM,
    /** A conversion between encodings. */
    CONVERSION,
    /** A text search parser. */
    TEXT_SEARCH_PARSER,
    /** A text search template. */
    TEXT_SEARCH_TEMPLATE,
    /** A text search dictionary. */
    TEXT_SEARCH_DICTIONARY,
    /** A text search configuration. */
    TEXT_SEARCH_CONFIGURATION,
    /** A table's constraint. */
    CONSTRAINT,
    /** An index of a table or materialized view. */
    INDEX,
    /** An extended statistics object. */
    STATISTICS,
    /** A trigger of a table or view. */
    TRIGGER,
    /** A row security policy. */
    POLICY,
    /** A rewrite rule other than a view's own. */
    RULE,
    /** An event trigger. */
    EVENT_TRIGGER,
    /** A publication. */
    PUBLICATION,
    /** A subscription. */
    SUBSCRIPTION,
    /** What is granted on objects that a role will create. */
    DEFAULT_PRIVILEGES,
    /** What the database itself is set to. */
    DATABASE;

    /** The kind in PostgreSQL's words, such as {@code composite type}. */
    public String word() {
        return this == FOREIGN_DATA_WRAPPER
                ? "foreign-data wrapper"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
