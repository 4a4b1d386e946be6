package io.schemactl.lint.rules;

import io.schemactl.lint.Rule;

/** A rule about how things should be: what it finds says nothing of what a statement does to tables in use. */
interface Convention extends Rule {

    @Override
    default boolean isConvention() {
        return true;
    }
}
