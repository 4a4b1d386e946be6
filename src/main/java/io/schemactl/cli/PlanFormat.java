package io.schemactl.cli;

import java.util.Locale;

/** The formats in which a plan is printed. */
enum PlanFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For a comment on a pull request. */
    MARKDOWN,
    /** A script for psql. */
    SQL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
