package io.schemactl.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a transcript, a text of blocks separated by empty lines, and writes down what really happened.
 *
 * <ul>
 *   <li>{@code # words}: a remark
 *   <li>{@code file NAME}, and indented lines: writes a file
 *   <li>{@code $ schemactl …}, what it prints, {@code [exit N]}: runs a command line; {@code ! } marks standard error
 *   <li>{@code sql> …}, and its rows: runs SQL; {@code other> …} does so in a session that stays open
 *   <li>{@code terminal}: from here on a person looks
 * </ul>
 *
 * In expected lines {@code [..]} stands for anything, and a line {@code [...]} for any lines.
 */
final class Transcript {

    /** What the embedded server says only where it takes its time. */
    private static final Pattern SLOW_START =
            Pattern.compile("(?m)^! (unpacking|creating a|starting) PostgreSQL .*\\R");

    private static final Pattern EXIT = Pattern.compile("\\[exit \\d+]");

    private final List<String> lines;
    private final Playground playground;
    private final CommandShell shell;
    private final StringBuilder played = new StringBuilder();
    private int next;

    private Transcript(String text, Playground playground) {
        this.lines = text.lines().toList();
        this.playground = playground;
        this.shell = new CommandShell(playground);
    }

    /** Plays a text, and returns it as it should be. */
    static String play(String text) throws IOException, SQLException {
        try (var playground = new Playground()) {
            var transcript = new Transcript(text, playground);
            while (transcript.next < transcript.lines.size()) {
                transcript.playBlock();
            }
            return transcript.played.toString();
        }
    }

    private void playBlock() throws IOException, SQLException {
        String line = take();
        played.append(line).append('\n');
        if (line.startsWith("$ ")) {
            playCommand(line.substring(2));
        } else if (line.startsWith("sql> ")) {
            append(rows(), playground.sql(line.substring(5)));
        } else if (line.startsWith("other> ")) {
            append(rows(), playground.sqlOfOther(line.substring(7)));
        } else if (line.startsWith("file ")) {
            playFile(line.substring(5));
        } else if (line.equals("terminal")) {
            playground.sitDownAtTerminal();
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            throw new IllegalArgumentException("line " + next + " of the transcript is no block: " + line);
        }
    }

    private void playCommand(String command) throws IOException {
        var expected = new StringBuilder();
        for (int end = endOfCommand(); next < end; ) {
            expected.append(take()).append('\n');
        }
        Printed printed = shell.run(command);
        String marked = SLOW_START.matcher(playground.normal(printed.marked())).replaceAll("");
        String end = marked.isEmpty() || marked.endsWith("\n") ? "" : "\\\n";
        append(expected.toString(), marked + end + "[exit " + printed.exit() + "]\n");
    }

    /** The line behind the command's exit code; a command that has none yet prints nothing. */
    private int endOfCommand() {
        for (int i = next; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
            if (EXIT.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return next;
    }

    private void playFile(String name) throws IOException {
        var content = new StringBuilder();
        while (next < lines.size() && (lines.get(next).startsWith("  ") || isGapInFile())) {
            String line = take();
            played.append(line).append('\n');
            content.append(line.isEmpty() ? "" : line.substring(2)).append('\n');
        }
        playground.write(name, content.toString());
    }

    private boolean isGapInFile() {
        return lines.get(next).isEmpty()
                && next + 1 < lines.size()
                && lines.get(next + 1).startsWith("  ");
    }

    private String rows() {
        var rows = new StringBuilder();
        while (next < lines.size() && !lines.get(next).isEmpty()) {
            rows.append(take()).append('\n');
        }
        return rows.toString();
    }

    private void append(String expected, String actual) {
        played.append(matches(expected, actual) ? expected : actual);
    }

    private static boolean matches(String expected, String actual) {
        var pattern = new StringBuilder();
        for (String line : expected.split("(?<=\n)")) {
            if (line.equals("[...]\n")) {
                pattern.append("(?:[^\n]*\n)*?");
            } else {
                pattern.append(Pattern.quote(line).replace("[..]", "\\E[^\n]*\\Q"));
            }
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(actual);
        return matcher.matches();
    }

    private String take() {
        return lines.get(next++);
    }
}
