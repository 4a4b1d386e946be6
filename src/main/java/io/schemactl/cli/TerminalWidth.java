package io.schemactl.cli;

import io.schemactl.config.Environment;

/** How many columns a terminal has. */
final class TerminalWidth {

    private static final int LEAST = 60;

    private TerminalWidth() {}

    /** As wide as the terminal, if the shell exports its width, but never too wide to read. */
    static int of(Environment environment, int most) {
        return environment
                .find("COLUMNS")
                .filter(columns -> columns.matches("\\d{1,5}"))
                .map(columns -> Math.max(LEAST, Math.min(most, Integer.parseInt(columns))))
                .orElse(most);
    }
}
