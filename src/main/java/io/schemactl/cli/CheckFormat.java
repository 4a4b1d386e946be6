package io.schemactl.cli;

import java.util.Locale;

/** The formats in which the findings of a check are printed. */
enum CheckFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** JUnit XML, for test reports. */
    JUNIT,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** Annotations of a GitHub workflow. */
    GITHUB,
    /** For a comment on a pull request. */
    MARKDOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
