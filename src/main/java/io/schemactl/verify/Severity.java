package io.schemactl.verify;

/** How much a finding matters. */
public enum Severity {
    /** The answer is no. */
    ERROR,
    /** Somebody should look. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
