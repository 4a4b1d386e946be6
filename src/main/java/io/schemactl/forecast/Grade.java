package io.schemactl.forecast;

import java.util.Locale;

/** How much an operator should think before running something, the least first. */
public enum Grade {
    /** Nobody will notice. */
    SAFE,
    /** Seconds of waiting, data that goes, or something that is not known: look first, and choose the time. */
    CAREFUL,
    /** The application will stand still, or nearly so. */
    DANGEROUS;

    /** The grade as output writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Grade or(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
