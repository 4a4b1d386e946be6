package io.schemactl.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The database is not what it should be. */
    ERROR,
    /** The database may not do what it seems to do. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The severity as output writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
