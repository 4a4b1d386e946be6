package io.schemactl.config;

/**
 * A setting's value as text, and who chose it.
 *
 * @param text the value, variables put in; not yet masked
 * @param origin where it came from
 */
record Choice(String text, Origin origin) {

    /** Without the text, which may be secret. */
    @Override
    public String toString() {
        return "choice by " + origin;
    }
}
