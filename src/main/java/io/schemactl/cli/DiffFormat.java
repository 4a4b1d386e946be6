package io.schemactl.cli;

import java.util.Locale;

/** The formats in which differences are printed. */
enum DiffFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For a comment on a pull request. */
    MARKDOWN,
    /** One page that needs nothing else. */
    HTML,
    /** A script for psql that turns the first side into the second. */
    SQL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
