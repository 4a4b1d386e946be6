package io.schemactl.cli;

import io.schemactl.report.Style;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options about what is printed, the same for every command. */
final class OutputOptions {

    /** When text is coloured. */
    enum Color {
        /** On a terminal, unless NO_COLOR is set. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "colour text: ${COMPLETION-CANDIDATES}; auto is on a terminal, unless NO_COLOR is set")
    Color color = Color.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "print nothing but the answer and errors")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "also print what happens on the way")
    boolean verbose;

    @Option(names = "--no-progress", description = "show no progress on a terminal")
    boolean noProgress;

    @Option(names = "--debug", description = "print the stack trace behind an error; never a password")
    boolean debug;

    /** How text looks in a shell. */
    Style style(Shell shell) {
        return new Style(
                isColored(shell),
                isUnicode(shell),
                shell.environment().workingDirectory(),
                TerminalWidth.of(shell.environment(), Style.COLUMNS));
    }

    private boolean isColored(Shell shell) {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                shell.isTerminal()
                        && shell.environment().find("NO_COLOR").isEmpty()
                        && !"dumb".equals(shell.environment().find("TERM").orElse(""));
        };
    }

    /** Whether the locale's character set is UTF-8, as its variables say; Windows terminals are. */
    private static boolean isUnicode(Shell shell) {
        String locale = shell.environment()
                .find("LC_ALL")
                .or(() -> shell.environment().find("LC_CTYPE"))
                .or(() -> shell.environment().find("LANG"))
                .orElse(System.getProperty("os.name", "").startsWith("Windows") ? "UTF-8" : "");
        String lower = locale.toLowerCase(Locale.ROOT);
        return lower.contains("utf-8") || lower.contains("utf8");
    }
}
