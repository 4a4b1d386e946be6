package io.schemactl.prove;

import java.util.Locale;

/** The kinds of things that a tests file runs. */
public enum TestKind {
    /** A text that puts rows in before the story. */
    BEFORE,
    /** A statement of the old application. */
    COMPATIBLE,
    /** A query with its rows. */
    ROWS,
    /** A query that uses an index. */
    USES_INDEX,
    /** A statement that must be refused. */
    ERROR,
    /** A statement with a number of rows. */
    AFFECTS,
    /** A statement that must succeed. */
    SUCCESS;

    /** The kind as reports print it, such as {@code uses-index}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
