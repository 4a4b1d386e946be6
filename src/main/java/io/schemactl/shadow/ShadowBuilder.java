package io.schemactl.shadow;

/** Builds in an empty database what a template is to contain. */
@FunctionalInterface
public interface ShadowBuilder {

    /**
     * Builds it, and leaves no connection open.
     *
     * @return whether the database is what its key says, so that others may be copied from it
     */
    boolean build(ShadowDatabase empty);
}
