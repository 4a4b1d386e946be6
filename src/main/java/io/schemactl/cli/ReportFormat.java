package io.schemactl.cli;

import java.util.Locale;

/** The formats in which answers are printed. */
enum ReportFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
