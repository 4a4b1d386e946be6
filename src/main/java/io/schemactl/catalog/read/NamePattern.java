package io.schemactl.catalog.read;

import io.schemactl.sql.Identifier;

/**
 * A pattern of names, in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param text the pattern; letters match in their own case only
 */
public record NamePattern(String text) {

    /** Refuses a pattern that could match nothing. */
    public NamePattern {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty pattern matches no name");
        }
    }

    /** Whether a name is one of those. */
    public boolean matches(Identifier name) {
        String tried = name.name();
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < tried.length()) {
            if (in < text.length() && text.charAt(in) == '*') {
                star = in++;
                retry = at;
            } else if (in < text.length() && (text.charAt(in) == '?' || text.charAt(in) == tried.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return text.substring(in).chars().allMatch(letter -> letter == '*');
    }
}
