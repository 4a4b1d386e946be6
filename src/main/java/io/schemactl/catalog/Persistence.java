package io.schemactl.catalog;

/** How long a relation's rows live. */
public enum Persistence {
    /** Until they are deleted. */
    PERMANENT,
    /** Until the server crashes. */
    UNLOGGED,
    /** Until the session ends. */
    TEMPORARY
}
